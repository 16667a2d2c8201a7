import type { Overview } from "@foundry/core/overview/overview.schema";
import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatMoney } from "../../../components/format/format-money";
import { formatShare } from "../../../components/format/format-share";
import { StateBadge } from "../../../components/state/state-badge";
import { StackedBar } from "../../../components/state/stacked-bar";
import { stateParts } from "../state-parts";
import classes from "./pipeline.module.css";

function Stage({
  label,
  count,
  note,
  href,
  isLast = false,
}: {
  label: string;
  count: number;
  note: ReactNode;
  /** Where the whole stage leads. */
  href?: string;
  isLast?: boolean;
}) {
  return (
    <li className={classes.stage}>
      <span className={classes.label}>
        {href === undefined ? (
          label
        ) : (
          <Link href={href} className={classes.link}>
            {label}
          </Link>
        )}
      </span>
      <span className={classes.count}>{formatCount(count)}</span>
      <span className={classes.note}>{note}</span>
      {!isLast && <IconChevronRight size={16} className={classes.arrow ?? ""} aria-hidden />}
    </li>
  );
}

function share(part: number, whole: number, of: string): string {
  return whole === 0
    ? `no ${of} yet`
    : `${formatShare(part, whole)} of ${formatCount(whole)} ${of}`;
}

/** What was made of the corpus: frozen datasets, adapters, and their scores. */
function MadeStages({ made }: { made: NonNullable<Overview["made"]> }) {
  const underWay = (count: number) => (count === 0 ? [] : [`${formatCount(count)} under way`]);
  return (
    <ol className={classes.stages} data-row="made">
      <Stage
        label="Datasets"
        count={made.datasets}
        note={
          made.datasets === 0
            ? "none frozen yet"
            : `${countOf(made.newestDatasetSamples, "sample")} in the newest`
        }
        href="/datasets"
      />
      <Stage
        label="Trainings"
        count={made.trainings}
        note={[countOf(made.adapters, "adapter"), ...underWay(made.trainingsUnderWay)].join(" · ")}
        href="/training"
      />
      <Stage
        label="Evaluations"
        count={made.evaluations}
        note={["scored", ...underWay(made.evaluationsUnderWay)].join(" · ")}
        href="/evaluation"
        isLast
      />
    </ol>
  );
}

/** From prompts to the corpus, each stage with its count and its share of the one before. */
export function Pipeline({
  overview,
  generation,
}: {
  overview: Overview;
  /** What generation has cost so far, in dollars; null for people who may not see it. */
  generation: { spentUsd: number } | null;
}) {
  const { pending, accepted, corrected, rejected } = overview.samples;
  const samples = pending + accepted + corrected + rejected;
  const decided = samples - pending;
  const withIr = overview.prompts - overview.promptsWithoutIr;
  const ready = accepted + corrected;
  return (
    <div className={classes.pipeline}>
      <ol className={classes.stages}>
        <Stage
          label="Prompts"
          count={overview.prompts}
          note="imported or generated"
          href="/prompts"
        />
        <Stage
          label="With an IR"
          count={withIr}
          note={[
            share(withIr, overview.prompts, "prompts"),
            ...(generation === null ? [] : [`${formatMoney(generation.spentUsd)} spent`]),
          ].join(" · ")}
          {...(generation === null ? {} : { href: "/generate" })}
        />
        <Stage label="In review" count={pending} note={share(pending, samples, "samples")} />
        <Stage label="Decided" count={decided} note={share(decided, samples, "samples")} />
        <Stage
          label="Ready to export"
          count={ready}
          note={share(ready, decided, "decided samples")}
          isLast
        />
      </ol>
      {overview.made !== null && <MadeStages made={overview.made} />}
      <div className={classes.states}>
        <StackedBar parts={stateParts(overview.samples)} height={10} />
        <ul className={classes.legend}>
          {(["accepted", "corrected", "rejected", "pending"] as const).map((state) => (
            <li key={state}>
              <StateBadge state={state} isPlain />
              <span>
                <strong>{formatCount(overview.samples[state])}</strong>
                {samples > 0 && ` ${formatShare(overview.samples[state], samples)}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
