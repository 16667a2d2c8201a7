"use client";

import type { readIr } from "@foundry/core/ir/read-ir";
import { useEffect, useState } from "react";

/** The checks of an IR, fetched after the first paint; null until they are there. */
export function useIrReader(): typeof readIr | null {
  const [reader, setReader] = useState<{ readIr: typeof readIr } | null>(null);
  useEffect(() => {
    import("@foundry/core/ir/read-ir").then(setReader).catch(() => {
      // Without the checks the server still refuses what does not fit; a reload brings them back.
    });
  }, []);
  return reader?.readIr ?? null;
}
