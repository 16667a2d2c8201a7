"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { type GenerationDraft, readDraft, writeDraft } from "./generation-draft";

/** The form of a run; the address follows it, so that a reload and a link open it as it is. */
export function useDraft(): [GenerationDraft, (changes: Partial<GenerationDraft>) => void] {
  const query = useSearchParams();
  const [draft, setDraft] = useState(() => readDraft(new URLSearchParams(query)));
  useEffect(() => {
    const written = writeDraft(draft);
    const path = window.location.pathname;
    window.history.replaceState(null, "", written === "" ? path : `${path}?${written}`);
  }, [draft]);
  return [draft, (changes) => setDraft((before) => ({ ...before, ...changes }))];
}
