"use client";

import { useEffect, useState } from "react";
import { discardDraft } from "../api/discard-draft";
import { saveDraft } from "../api/save-draft";
import type { DeskPhase } from "./desk-state";
import { DraftKeeper, type DraftStatus } from "./draft-keeper";

/** Keeps the work of the open sample while it changes, and what is unwritten when the page goes. */
export function useDraftKeeper(
  userId: string,
  phase: DeskPhase,
): { keeper: DraftKeeper; status: DraftStatus } {
  const [status, setStatus] = useState<DraftStatus>("none");
  const [keeper] = useState(
    () => new DraftKeeper(userId, { save: saveDraft, discard: discardDraft }, setStatus),
  );
  const { sample, work } = readDesk(phase);
  const opening = sample?.opening ?? 0;

  useEffect(() => {
    keeper.open(sample, work);
    // Only another opening is another sample: its lease and its work change all the time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [keeper, opening]);

  useEffect(() => {
    if (work !== null) keeper.change(work);
  }, [keeper, work]);

  useEffect(() => {
    const flush = () => keeper.flush();
    const flushWhenHidden = () => {
      if (document.visibilityState === "hidden") keeper.flush();
    };
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flushWhenHidden);
    return () => {
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flushWhenHidden);
      keeper.flush();
    };
  }, [keeper]);

  return { keeper, status };
}

function readDesk(phase: DeskPhase) {
  return "sample" in phase
    ? { sample: phase.sample, work: phase.work }
    : { sample: null, work: null };
}
