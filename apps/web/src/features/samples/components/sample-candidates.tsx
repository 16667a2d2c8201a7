"use client";

import { CandidateCompare } from "../../../components/candidates/candidate-compare";
import { useSampleCandidates } from "../../../components/candidates/use-sample-candidates";
import { countOf } from "../../../components/format/format-count";
import { FailedList } from "../../../components/list/failed-list";
import { Panel } from "../../../components/panel";
import classes from "./sample-candidates.module.css";

/** Who wrote a generated sample, with which instructions, and what else it wrote. */
export function SampleCandidates({ sampleId }: { sampleId: number }) {
  const { data, error, refetch } = useSampleCandidates(sampleId);
  if (error !== null) {
    return (
      <Panel title="Generated">
        <FailedList error={error} what="the candidates" onRetry={() => void refetch()} />
      </Panel>
    );
  }
  if (data === undefined || data.provider === null) return null;
  return (
    <Panel title="Generated" isFlush aside={countOf(data.candidates.length, "candidate")}>
      <dl className={classes.facts}>
        <dt>Provider</dt>
        <dd>{data.provider}</dd>
        <dt>Model</dt>
        <dd>{data.model ?? "none"}</dd>
        <dt>Instructions</dt>
        <dd>{data.promptVersion ?? "none"}</dd>
      </dl>
      {data.candidates.length > 1 && (
        <CandidateCompare candidates={data.candidates} baseText={null} baseName="the chosen one" />
      )}
    </Panel>
  );
}
