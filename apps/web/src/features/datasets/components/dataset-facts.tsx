import type { Dataset } from "@foundry/core/datasets/dataset.schema";
import { CopyText } from "../../../components/copy-text";
import { formatCount } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import { describeRecipe } from "../describe-recipe";
import classes from "./dataset-facts.module.css";

/** Who froze it, from what, and the hash by which a training names it. */
export function DatasetFacts({ dataset }: { dataset: Dataset }) {
  const { summary } = dataset;
  return (
    <Panel title="Origin">
      <dl className={classes.facts}>
        <dt>Frozen</dt>
        <dd>
          <RelativeTime at={dataset.createdAt} />
          {` by ${dataset.createdBy}`}
        </dd>
        <dt>Samples</dt>
        <dd>
          {`${formatCount(summary.verdicts.accepted)} accepted, ${formatCount(summary.verdicts.corrected)} corrected`}
        </dd>
        {describeRecipe(dataset.recipe).map(([term, words]) => (
          <div key={term} className={classes.fact}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <dt>Content</dt>
        <dd>
          <CopyText value={dataset.contentSha256} label="the content hash" />
        </dd>
        <dt>Test split</dt>
        <dd>
          {dataset.testLookCount === 0
            ? "Never looked at"
            : dataset.testLookCount === 1
              ? "Looked at once"
              : `Looked at ${formatCount(dataset.testLookCount)} times`}
        </dd>
      </dl>
    </Panel>
  );
}
