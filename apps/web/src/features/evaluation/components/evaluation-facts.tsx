import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { PRESETS } from "@foundry/core/training/presets";
import Link from "next/link";
import { CopyText } from "../../../components/copy-text";
import { countOf } from "../../../components/format/format-count";
import { Hint } from "../../../components/hint";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import classes from "./evaluation-screen.module.css";

/** What answered what, where it came from, and how often this test split was looked at. */
export function EvaluationFacts({ evaluation }: { evaluation: Evaluation }) {
  const { trainingRun, dataset, lookNumber, itemCount } = evaluation;
  const preset = Object.entries(PRESETS).find(([id]) => id === trainingRun.preset)?.[1];
  return (
    <Panel title="Origin">
      <dl className={classes.facts}>
        <dt>Adapter</dt>
        <dd>
          <Link href={`/training/${trainingRun.id}`}>{trainingRun.title}</Link>
          {` (training ${trainingRun.number}, ${preset?.title ?? trainingRun.preset})`}
        </dd>
        <dt>Its file</dt>
        <dd>
          <CopyText value={evaluation.adapterSha256} label="the checksum of the adapter" />
        </dd>
        <dt>Base model</dt>
        <dd>{preset?.config.base_model.id ?? "That of the training"}</dd>
        <dt>Test split</dt>
        <dd>
          <Link href={`/datasets/${dataset.id}`}>{dataset.title}</Link>
          {` (dataset ${dataset.number}), ${countOf(itemCount, "item")}`}
        </dd>
        <dt>Looks</dt>
        <dd>
          {`This was look ${lookNumber} at this test split `}
          <Hint of="look">
            Who looks often and keeps the best result fits the choice to these items, and the
            figures become too good. Every evaluation counts, stopped and failed ones too.
          </Hint>
        </dd>
        {evaluation.checksVersion !== null && (
          <>
            <dt>Scored with</dt>
            <dd>{`checks ${evaluation.checksVersion}`}</dd>
          </>
        )}
        <dt>Started</dt>
        <dd>
          <RelativeTime at={evaluation.createdAt} />
          {` by ${evaluation.createdBy}`}
        </dd>
      </dl>
    </Panel>
  );
}
