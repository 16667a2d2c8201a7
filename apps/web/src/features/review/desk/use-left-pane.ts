"use client";

import { useState } from "react";

export type LeftView = "prompt" | "evidence";

/** What the left pane shows, and how often evidence was asked for. */
export function useLeftPane() {
  const [shown, setShown] = useState<LeftView>("prompt");
  const [runSignal, setRunSignal] = useState(0);
  return {
    shown,
    /** Each change starts a run. */
    runSignal,
    show: setShown,
    /** Shows the evidence and gathers it; with the evidence in sight, gathers it anew. */
    runEvidence: () => {
      setShown("evidence");
      setRunSignal((count) => count + 1);
    },
    reset: () => {
      setShown("prompt");
      setRunSignal(0);
    },
  };
}
