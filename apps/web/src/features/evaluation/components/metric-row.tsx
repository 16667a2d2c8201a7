import type { MetricComparison, Rate } from "@foundry/core/evaluation/evaluation.schema";
import type { EvaluatedModel, Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { Table } from "@mantine/core";
import Link from "next/link";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatShare } from "../../../components/format/format-share";
import { Hint } from "../../../components/hint";
import { describeDifference } from "../describe-difference";
import { type ItemSelection, writeItemFilters } from "../item-filters";
import { IntervalBars } from "./interval-axis";
import { ModelName } from "./model-name";
import classes from "./metrics-panel.module.css";
import { VerdictBadge } from "./verdict-badge";

/** One metric: what it is, both shares, wins and losses, and what follows. */
export function MetricRow({
  evaluationId,
  metric,
  definition,
}: {
  evaluationId: string;
  metric: MetricComparison;
  definition: Evaluation["definitions"][number] | undefined;
}) {
  const { items, first, second, verdict } = metric;
  const title = definition?.title ?? metric.metric;
  const target = definition?.target ?? null;
  return (
    <Table.Tr aria-label={title}>
      <Table.Td>
        <div className={classes.metric}>
          <strong>
            {title}
            {definition !== undefined && <Hint of={title}>{definition.definition}</Hint>}
          </strong>
          <span className={classes.note}>
            {`n = ${formatCount(items)}`}
            {target !== null && `, target above ${formatShare(target, 1)}`}
          </span>
        </div>
      </Table.Td>
      {items === 0 ? (
        <Table.Td colSpan={4} className={classes.note}>
          Applies to no item of this test split.
        </Table.Td>
      ) : (
        <>
          <Table.Td>
            <div className={classes.pair}>
              <RateLine model="base" rate={first} items={items} />
              <RateLine model="adapter" rate={second} items={items} />
            </div>
          </Table.Td>
          <Table.Td>
            <IntervalBars first={first} second={second} target={target} />
          </Table.Td>
          <Table.Td pl="lg">
            <Flips evaluationId={evaluationId} metric={metric} />
          </Table.Td>
          <Table.Td>
            <div className={classes.metric}>
              <VerdictBadge verdict={verdict} words={metric.words} isPlain />
              <span className={classes.note}>{describeDifference(metric.difference)}</span>
              {target !== null && <TargetNote rate={second} target={target} />}
            </div>
          </Table.Td>
        </>
      )}
    </Table.Tr>
  );
}

function RateLine({ model, rate, items }: { model: EvaluatedModel; rate: Rate; items: number }) {
  const { right, share, interval } = rate;
  return (
    <div className={classes.line}>
      <ModelName model={model} />
      <span className={classes.share}>{share === null ? "–" : formatShare(right, items)}</span>
      <span className={classes.note}>
        {interval !== null &&
          `${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)} %, ${formatCount(right)} of ${formatCount(items)}`}
      </span>
    </div>
  );
}

function Flips({ evaluationId, metric }: { evaluationId: string; metric: MetricComparison }) {
  const flips: { selection: ItemSelection; count: number; words: string }[] = [
    { selection: "won", count: metric.wins, words: countOf(metric.wins, "win") },
    { selection: "lost", count: metric.losses, words: countOf(metric.losses, "loss", "losses") },
  ];
  return (
    <div className={classes.counts}>
      {flips.map(({ selection, count, words }) =>
        count === 0 ? (
          <span key={selection}>{words}</span>
        ) : (
          <Link
            key={selection}
            href={`/evaluation/${evaluationId}?${writeItemFilters({ metric: metric.metric, selection })}#items`}
          >
            {words}
          </Link>
        ),
      )}
      <span className={classes.note}>{countOf(metric.ties, "tie")}</span>
    </div>
  );
}

const TARGET_WORDS = { reached: "Target reached", missed: "Target missed", open: "Target open" };

function TargetNote({ rate, target }: { rate: Rate; target: number }) {
  if (rate.target === null) return null;
  const needed =
    rate.target === "open" && rate.itemsToShowTarget !== null
      ? `: ${formatCount(rate.itemsToShowTarget)} items would show it`
      : "";
  return (
    <span
      className={classes.note}
      title={`Whether the whole interval of the adapter lies above ${formatShare(target, 1)}, or below it`}
    >
      {TARGET_WORDS[rate.target]}
      {needed}
    </span>
  );
}
