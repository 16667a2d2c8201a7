"use client";

import { buildEvidenceRequest } from "@foundry/core/evidence/build-request";
import type { EvidenceEvent, EvidenceRequest } from "@foundry/core/evidence/evidence.schema";
import type { SampleEvidence } from "@foundry/core/implementations/implementation.schema";
import { readIr } from "@foundry/core/ir/read-ir";
import { useEffect, useRef, useState } from "react";
import { type RunStep, runEvidence } from "./run-evidence";

export interface RunSubject {
  prompt: string;
  irText: string;
  evidence: SampleEvidence;
}

export interface FinishedRun {
  irText: string;
  request: EvidenceRequest;
  events: EvidenceEvent[];
  /** The reviewer ended it. */
  isStopped: boolean;
}

export interface EvidenceRun {
  /** What is under way; null while nothing is. */
  step: RunStep | null;
  /** Calls that the run under way makes in all. */
  callTotal: number;
  /** The last run that came to an end; it stays while the next one is under way. */
  last: FinishedRun | null;
  /** Why there is nothing to show. */
  problem: string | null;
  start: (subject: RunSubject) => void;
  stop: () => void;
}

const NOT_READABLE =
  "The IR does not fit the schema yet, so its assertions cannot be run. Mend what the findings name and run again.";

/** One run at a time; it ends with the component. */
export function useEvidenceRun(): EvidenceRun {
  const [step, setStep] = useState<RunStep | null>(null);
  const [callTotal, setCallTotal] = useState(0);
  const [last, setLast] = useState<FinishedRun | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = ({ prompt, irText, evidence }: RunSubject) => {
    running.current?.abort();
    const { ir } = readIr(irText);
    setProblem(ir === null ? NOT_READABLE : null);
    if (ir === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    const isCurrent = () => running.current === controller;
    const { storedInputs, benchmarkCases } = evidence;
    const implementations = evidence.implementations.map(({ id, source }) => ({ id, source }));
    const request = buildEvidenceRequest({
      prompt,
      ir,
      implementations,
      storedInputs,
      benchmarkCases,
    });
    // What other code showed says nothing about this; after an edit of the IR it is still of use.
    setLast((previous) => (previous && hasSameCode(previous.request, request) ? previous : null));
    setCallTotal(request.inputs.length * request.implementations.length);
    const watch = (next: RunStep) => isCurrent() && !signal.aborted && setStep(next);
    runEvidence(request, signal, watch)
      .then((events) => {
        if (!isCurrent()) return;
        if (events.length > 0) setLast({ irText, request, events, isStopped: signal.aborted });
      })
      .catch((error: unknown) => {
        if (isCurrent()) setProblem(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        if (isCurrent()) setStep(null);
      });
  };
  return { step, callTotal, last, problem, start, stop: () => running.current?.abort() };
}

function hasSameCode(one: EvidenceRequest, other: EvidenceRequest): boolean {
  return JSON.stringify(one.implementations) === JSON.stringify(other.implementations);
}
