"use client";

import type { Dispatch } from "react";
import { hasSameContent } from "../../../components/json/has-same-content";
import { buildVerdict, type Choice } from "./build-verdict";
import { decideMainVerdict } from "./decide-main-verdict";
import type { DeskContent, DeskEvent } from "./desk-state";
import { makeId } from "./make-id";
import type { DeskTools } from "./use-desk-tools";

/** The verdicts on the sample of the desk. */
export function useDeskActions(
  { sample, work }: DeskContent,
  tools: DeskTools | null,
  dispatch: Dispatch<DeskEvent>,
) {
  const give = (choice: Choice) =>
    dispatch({ type: "verdict_chosen", verdict: buildVerdict(makeId(), sample, work, choice) });
  /**
   * Reads the text anew: what is shown may be a keystroke behind.
   *
   * @returns why the main verdict cannot be given, or null when it was
   */
  const giveMain = (): string | null => {
    const isChanged = !hasSameContent(work.text, sample.baseText);
    const reading = tools?.readIr(work.text) ?? { isSchemaValid: true, findings: [] };
    const main = decideMainVerdict(isChanged, reading);
    if (main.obstacle === null) give({ verdict: main.verdict });
    return main.obstacle;
  };
  return { give, giveMain };
}
