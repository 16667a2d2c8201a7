"use client";

import { useMemo } from "react";
import { hasSameContent } from "../../../components/json/has-same-content";
import type { EditorMark } from "../../../components/monaco/editor-marks";
import { nameErrorType } from "../../../components/findings/name-error-type";
import type { LocatedFinding, Reading } from "../../../components/checks/reading";
import { type CheckedText, useCheckedText } from "../../../components/checks/use-checked-text";
import { decideMainVerdict, type MainVerdict } from "./decide-main-verdict";
import type { DeskContent } from "./desk-state";
import { identifyFinding } from "../../../components/checks/identify-finding";
import { type SplitFindings, splitFindings } from "./split-findings";

export interface DeskReading extends CheckedText {
  /** What was read is the text on the desk, to the letter. */
  isCurrent: boolean;
  isChanged: boolean;
  main: MainVerdict;
  /** Null until the checks have answered. */
  findings: SplitFindings | null;
  /** The open findings' places in the text, in the same order. */
  marks: EditorMark[];
}

const NO_MARKS: EditorMark[] = [];

/** What the checks say about the text on the desk, and what follows for its verdict. */
export function useReading({ sample, work }: DeskContent): DeskReading {
  const dismissed = useMemo(() => sample.dismissals.map(identifyFinding), [sample.dismissals]);
  const checked = useCheckedText(sample.opening, sample.leased.prompt.text, work.text, dismissed);
  const { reading } = checked;
  const findings = useMemo(
    () => reading && splitFindings(reading.findings, sample.dismissals),
    [reading, sample.dismissals],
  );
  const marks = useMemo(() => findings?.open.map(toMark) ?? NO_MARKS, [findings]);
  const isChanged = useMemo(
    () => !hasSameContent(work.text, sample.baseText),
    [work.text, sample.baseText],
  );
  const main = decideMainVerdict(isChanged, reading ?? assumeAsStored(isChanged, sample));
  const isCurrent = reading?.text === work.text;
  return { ...checked, isCurrent, isChanged, main, findings, marks };
}

/** Until the checks answer, an IR is what the studio said of it; of a changed one the studio will say. */
function assumeAsStored(
  isChanged: boolean,
  { leased }: DeskContent["sample"],
): Pick<Reading, "isSchemaValid" | "findings"> {
  return { isSchemaValid: isChanged || leased.ir.isSchemaValid, findings: [] };
}

function toMark({ id, start, end, severity, message, errorType, fix }: LocatedFinding): EditorMark {
  const label = nameErrorType(errorType);
  return { id, start, end, severity, message, label, fixTitle: fix?.title ?? null };
}
