"use client";

import { useEffect, useState } from "react";
import type { irChecks } from "./ir-checks";

export type IrChecks = typeof irChecks;

/** The checks, fetched after the first paint; null until they are there. */
export function useIrChecks(): IrChecks | null {
  const [checks, setChecks] = useState<IrChecks | null>(null);
  useEffect(() => {
    import("./ir-checks")
      .then((module) => setChecks(module.irChecks))
      .catch(() => {
        // Without them the studio itself still refuses what does not fit; a reload brings them back.
      });
  }, []);
  return checks;
}
