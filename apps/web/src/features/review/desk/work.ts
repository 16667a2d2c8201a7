import { CHECKLIST } from "@foundry/core/reviews/review.schema";

/** What the reviewer has made of the sample on screen. */
export interface Work {
  /** The text of the editor. */
  text: string;
  checklist: boolean[];
  note: string;
}

export function startWork(text: string): Work {
  return { text, checklist: CHECKLIST.map(() => false), note: "" };
}

/** Whether there is nothing in it that a reload would lose. */
export function isUntouched(work: Work, baseText: string): boolean {
  return work.text === baseText && work.note === "" && !work.checklist.includes(true);
}
