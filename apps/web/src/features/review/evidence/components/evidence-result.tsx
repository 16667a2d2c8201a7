"use client";

import type { ImplementationEvidence } from "@foundry/core/evidence/evidence-report";
import { summariseEvidence } from "@foundry/core/evidence/summarise-evidence";
import { memo, useMemo } from "react";
import { Notice } from "../../../../components/notice";
import { VisibleText } from "../../../../components/text/visible-text";
import type { FinishedRun } from "../run/use-evidence-run";
import { writeSentence } from "../words/write-sentence";
import { BenchmarkCases } from "./benchmark-cases";
import { Disagreements } from "./disagreements";
import { CodeText } from "./code-text";
import classes from "./evidence-result.module.css";
import { InputGrid } from "./input-grid";
import { MutantList } from "./mutant-list";
import { PredicateList } from "./predicate-list";

/** What a run showed, the most telling first. */
export const EvidenceResult = memo(function EvidenceResult({
  run,
  onShowPath,
}: {
  run: FinishedRun;
  onShowPath: (pointer: string) => void;
}) {
  const { request, events, isStopped } = run;
  const report = useMemo(() => summariseEvidence(request, events), [request, events]);
  const { implementations, ending, output, predicates } = report;
  const [reference] = implementations;
  return (
    <div className={classes.result} data-testid="evidence-result">
      {isStopped && <Notice tone="plain">You stopped the run; this is what it had shown.</Notice>}
      {!isStopped && ending.kind !== "finished" && (
        <Notice
          tone="warning"
          title={ending.kind === "crashed" ? "Python crashed" : "Not finished"}
        >
          <VisibleText>{writeSentence(ending.text)}</VisibleText>
        </Notice>
      )}
      {implementations.map((implementation, index) => (
        <Troubles key={index} name={nameOf(index)} implementation={implementation} />
      ))}
      {reference !== undefined && reference.calls > 0 && (
        <>
          <PredicateList predicates={predicates} onShowPath={onShowPath} />
          <InputGrid report={report} />
          <Disagreements report={report} />
          <BenchmarkCases reference={reference} />
          <MutantList report={report} run={run} />
        </>
      )}
      {output !== null && output.text !== "" && (
        <details className={classes.output}>
          <summary>What the code printed{output.isCut && " (cut)"}</summary>
          <pre>
            <VisibleText>{output.text}</VisibleText>
          </pre>
        </details>
      )}
    </div>
  );
});

const nameOf = (index: number) => (index === 0 ? "The reference" : `Implementation ${index + 1}`);

/** What kept an implementation from being judged. */
function Troubles({
  name,
  implementation,
}: {
  name: string;
  implementation: ImplementationEvidence;
}) {
  const { error, stopped, returned, raised, calls } = implementation;
  if (error !== null) {
    return (
      <Notice tone="warning" title={`${name} cannot be used`}>
        <VisibleText>{writeSentence(error)}</VisibleText>
      </Notice>
    );
  }
  const first = implementation.results.find((result) => result?.kind === "raised");
  return (
    <>
      {stopped.map(({ limit, calls: stoppedCalls, text, example }) => (
        <Notice key={limit} tone="warning" title={`${name} was stopped`}>
          {stoppedCalls === 1 ? "One call" : `${stoppedCalls} calls`} {text}, first for{" "}
          <CodeText>{example.arguments || "no arguments"}</CodeText>.
        </Notice>
      ))}
      {returned === 0 && first?.kind === "raised" && (
        <Notice tone="warning" title={`${name} never returned a value`}>
          {raised} of {calls} calls raised an error, the first{" "}
          <CodeText>{`${first.error}: ${first.message}`}</CodeText>
        </Notice>
      )}
    </>
  );
}
