"use client";

import type { SampleEvidence } from "@foundry/core/implementations/implementation.schema";
import { readIr } from "@foundry/core/ir/read-ir";
import { IconPlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { DeskButton } from "../components/desk-button";
import { useSampleEvidence } from "./api/use-sample-evidence";
import { EvidenceResult } from "./components/evidence-result";
import { ImplementationForm } from "./components/implementation-form";
import { ImplementationList } from "./components/implementation-list";
import { RunBar } from "./components/run-bar";
import { ServerEvidence } from "./components/server-evidence";
import classes from "./evidence-panel.module.css";
import { findChange } from "./run/find-change";
import { prepareRun } from "./run/prepare-run";
import { useEvidenceRun } from "./run/use-evidence-run";
import { writeTemplate } from "./words/write-template";

export interface EvidencePanelProps {
  sampleId: number;
  prompt: string;
  /** The text in the editor: its assertions are the ones that run. */
  irText: string;
  /** Each change asks for a run; 0 asks for none. */
  runSignal?: number;
  /** Leads to a place of the IR, by its JSON Pointer. */
  onShowPath: (pointer: string) => void;
}

/** Assertions meet Python: they run against a reference implementation, in this browser. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { data, error, refetch } = useSampleEvidence(props.sampleId);
  if (data !== undefined) return <Loaded {...props} evidence={data} />;
  if (error !== null) {
    return <FailedList error={error} what="the evidence" onRetry={() => void refetch()} />;
  }
  return <PanelSkeleton height={220} lineCount={5} />;
}

function Loaded({
  sampleId,
  prompt,
  irText,
  runSignal = 0,
  onShowPath,
  evidence: stored,
}: EvidencePanelProps & { evidence: SampleEvidence }) {
  const [referenceId, setReferenceId] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const run = useEvidenceRun();
  const evidence = { ...stored, implementations: putFirst(stored.implementations, referenceId) };
  const { implementations } = evidence;
  const hasAny = implementations.length > 0;
  const isFormOpen = isAdding || !hasAny;
  const start = (subject: SampleEvidence) => run.start({ prompt, irText, evidence: subject });
  useRunSignal(runSignal, () => hasAny && start(evidence));
  useEffect(prepareRun, []);
  return (
    <div className={classes.panel}>
      {!hasAny && (
        <p className={classes.lead}>
          With a Python function that does what the prompt asks, the IR&apos;s assertions run in
          this browser, on inputs that are likely to break them.
        </p>
      )}
      {hasAny && (
        <>
          <RunBar
            run={run}
            change={run.last === null ? null : findChange(run.last, { irText, implementations })}
            onRun={() => start(evidence)}
          />
          {run.last !== null && (
            <div className={classes.result} aria-busy={run.step !== null}>
              <EvidenceResult run={run.last} onShowPath={onShowPath} />
            </div>
          )}
          {run.last === null && run.step === null && stored.server !== null && (
            <ServerEvidence found={stored.server} />
          )}
          <ImplementationList
            sampleId={sampleId}
            implementations={implementations}
            onChoose={setReferenceId}
          />
        </>
      )}
      {isFormOpen ? (
        <ImplementationForm
          sampleId={sampleId}
          template={() => writeTemplate(readIr(irText).ir)}
          onCancel={hasAny ? () => setIsAdding(false) : undefined}
          onAdded={(added) => {
            setIsAdding(false);
            start({ ...evidence, implementations: withAdded(implementations, added) });
          }}
        />
      ) : (
        <div className={classes.add}>
          <DeskButton tone="quiet" onClick={() => setIsAdding(true)}>
            <IconPlus size={14} aria-hidden />
            Add another implementation
          </DeskButton>
        </div>
      )}
    </div>
  );
}

type Implementations = SampleEvidence["implementations"];

function putFirst(implementations: Implementations, id: string | null): Implementations {
  return [
    ...implementations.filter((implementation) => implementation.id === id),
    ...implementations.filter((implementation) => implementation.id !== id),
  ];
}

function withAdded(implementations: Implementations, added: Implementations[number]) {
  return [...implementations.filter(({ id }) => id !== added.id), added];
}

/** Once for each change of the signal, the first one included. */
function useRunSignal(signal: number, onRun: () => void): void {
  useEffect(() => {
    if (signal > 0) onRun();
    // Only the signal asks; everything else is what it asks for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [signal]);
}
