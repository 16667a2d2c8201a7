"use client";

import type { Finding } from "@foundry/core/checks/finding";
import { useDeferredValue, useMemo } from "react";
import { hasSameContent } from "../../../components/json/has-same-content";
import type { EditorMark } from "../../../components/monaco/editor-marks";
import { decideMainVerdict, type MainVerdict } from "./decide-main-verdict";
import type { DeskContent } from "./desk-state";
import { locateFinding } from "./locate-finding";
import type { IrChecks } from "./use-ir-checks";

export interface Reading {
  isChanged: boolean;
  main: MainVerdict;
  /** Null until the checks are loaded. */
  findings: Finding[] | null;
  /** The findings' places in the text, in the same order. */
  marks: EditorMark[];
}

const NO_MARKS: EditorMark[] = [];

/** What the checks say about the text on the desk; typing never waits for them. */
export function useReading({ sample, work }: DeskContent, checks: IrChecks | null): Reading {
  const text = useDeferredValue(work.text);
  const reading = useMemo(() => checks?.readIr(text) ?? null, [checks, text]);
  const marks = useMemo(
    () =>
      reading?.findings.map((finding) => ({
        ...locateFinding(text, finding),
        severity: finding.severity,
        message: finding.message,
      })) ?? NO_MARKS,
    [reading, text],
  );
  const isChanged = useMemo(
    () => !hasSameContent(work.text, sample.baseText),
    [work.text, sample.baseText],
  );
  const main = decideMainVerdict(
    isChanged,
    reading ?? { isSchemaValid: isChanged || sample.leased.ir.isSchemaValid, findings: [] },
  );
  return { isChanged, main, findings: reading?.findings ?? null, marks };
}
