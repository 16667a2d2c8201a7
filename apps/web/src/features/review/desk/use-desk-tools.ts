"use client";

import { useCallback, useEffect, useState } from "react";
import type { deskTools } from "./desk-tools";

export type DeskTools = typeof deskTools;

/** What the desk does with IRs, fetched after the first paint; `tools` is null until it is there. */
export function useDeskTools(): {
  tools: DeskTools | null;
  hasFailed: boolean;
  retry: () => void;
} {
  const [tools, setTools] = useState<DeskTools | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const load = useCallback(() => {
    setHasFailed(false);
    import("./desk-tools")
      .then((module) => setTools(module.deskTools))
      .catch(() => setHasFailed(true));
  }, []);
  useEffect(load, [load]);
  return { tools, hasFailed, retry: load };
}
