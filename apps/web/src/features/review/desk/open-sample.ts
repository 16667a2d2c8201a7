import type { LeasedSample, SaveDraft } from "@foundry/core/reviews/review.schema";
import { layOutJson } from "../../../components/json/lay-out-json";
import type { Notice, OpenSample } from "./desk-state";
import type { LocalDraft } from "./local-draft";
import { isUntouched, startWork, type Work } from "./work";

export interface Opening {
  sample: OpenSample;
  work: Work;
  notice: Notice | null;
}

/** Puts a leased sample on the desk, with the newest unfinished work on it that is kept anywhere. */
export function openSample(leased: LeasedSample, local: LocalDraft | null, opening = 0): Opening {
  const sample = {
    leased,
    baseText: layOutJson(leased.ir.raw),
    dismissals: leased.dismissals,
    opening,
  };
  const draft = chooseDraft(leased, local);
  if (draft === null) return { sample, work: startWork(sample.baseText), notice: null };
  const work: Work = {
    text: showDraftText(draft.irRaw),
    checklist: draft.checklist,
    note: draft.note ?? "",
  };
  if (isUntouched(work, sample.baseText)) return { sample, work, notice: null };
  return {
    sample,
    work,
    notice: draft.baseIrId === leased.ir.id ? "draft_restored" : "other_version",
  };
}

/** The browser's copy wins unless the server's draft was saved after it, from another device. */
function chooseDraft({ draft }: LeasedSample, local: LocalDraft | null): SaveDraft | null {
  if (local === null) return draft;
  if (draft === null || draft.updatedAt === local.followsSave) return local.draft;
  return draft.updatedAt > local.savedAt ? draft : local.draft;
}

/** A text of one line was kept in the style of its base; anything else is as the reviewer left it. */
function showDraftText(raw: string): string {
  return raw.trim().includes("\n") ? raw : layOutJson(raw);
}
