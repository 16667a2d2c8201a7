"use client";

import type {
  GenerationEstimate,
  OrderGeneration,
} from "@foundry/core/generation/generation.schema";
import { Skeleton } from "@mantine/core";
import Link from "next/link";
import { formatApproximate } from "../../../components/format/format-approximate";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatMoney, formatMoneyRange } from "../../../components/format/format-money";
import { FailedList } from "../../../components/list/failed-list";
import { Notice } from "../../../components/notice";
import { Panel } from "../../../components/panel";
import { formatName } from "../../../components/text/format-name";
import type { useEstimate } from "../api/use-estimate";
import classes from "./estimate-panel.module.css";

/** Terms are acknowledged in the form itself, and an endpoint is chosen there. */
const SAID_IN_THE_FORM = new Set(["terms_not_acknowledged", "no_key"]);

/** What the run will take as the form stands; nothing of it is sent yet. */
export function EstimatePanel({
  query,
  order,
  lacksEndpoint,
}: {
  query: ReturnType<typeof useEstimate>;
  order: OrderGeneration;
  lacksEndpoint: boolean;
}) {
  const { data: estimate } = query;
  if (lacksEndpoint) {
    return (
      <Panel title="Estimate">
        There is no endpoint. <Link href="/settings/providers#endpoints">Add one</Link> first.
      </Panel>
    );
  }
  if (query.isError && estimate === undefined) {
    return (
      <Panel title="Estimate">
        <FailedList error={query.error} what="the estimate" onRetry={() => void query.refetch()} />
      </Panel>
    );
  }
  return (
    <>
      <Panel
        title="Estimate"
        isFlush
        aside={query.isFetching ? "Counting…" : "Nothing is sent yet"}
      >
        <div
          className={classes.estimate}
          aria-busy={query.isFetching}
          data-stale={query.isPlaceholderData || undefined}
        >
          {estimate === undefined ? (
            <Skeleton height={220} m={16} width="auto" />
          ) : (
            <>
              <Sums estimate={estimate} order={order} />
              <Categories estimate={estimate} />
            </>
          )}
        </div>
      </Panel>
      {estimate?.obstacles
        .filter(({ reason }) => !SAID_IN_THE_FORM.has(reason))
        .map(({ reason, message, href }) => (
          <Notice key={reason} tone="warning" title="It cannot start yet">
            {message} {href !== null && <Link href={href}>{nameLink(href)}</Link>}
          </Notice>
        ))}
      {estimate !== undefined && estimate.warnings.length > 0 && (
        <Notice tone="warning" title="Worth knowing">
          {estimate.warnings.map((warning) => (
            <div key={warning}>{warning}</div>
          ))}
        </Notice>
      )}
    </>
  );
}

function nameLink(href: string): string {
  if (href.startsWith("/settings")) return "Open the settings";
  if (href.startsWith("/prompts")) return "Open the prompts";
  return "Change the limit";
}

function Sums({ estimate, order }: { estimate: GenerationEstimate; order: OrderGeneration }) {
  const isFree = order.producer === "blueprint";
  return (
    <>
      <div className={classes.cost}>
        <span>{isFree ? "Cost" : "Expected cost"}</span>
        <strong>{describeCost(estimate, isFree)}</strong>
        {estimate.costUsd !== null && !isFree && (
          <span>{formatMoneyRange(estimate.costUsd)}, with its uncertainty</span>
        )}
      </div>
      <dl className={classes.facts}>
        <dt>Prompts</dt>
        <dd>{formatCount(estimate.promptCount)}</dd>
        {estimate.leftOutCount > 0 && (
          <>
            <dt>Left out</dt>
            <dd>{formatCount(estimate.leftOutCount)}</dd>
          </>
        )}
        {!isFree && (
          <>
            <dt>Calls</dt>
            <dd>{formatCount(estimate.callCount)}</dd>
            <dt>Tokens in, out</dt>
            <dd>{describeTokens(estimate)}</dd>
          </>
        )}
      </dl>
      <p className={classes.basis}>{describeBasis(estimate, isFree)}</p>
    </>
  );
}

function describeCost({ costUsd }: GenerationEstimate, isFree: boolean): string {
  if (isFree) return "Nothing";
  return costUsd === null ? "Not known" : formatMoney(costUsd.expected);
}

function describeTokens({ inputTokens, outputTokens }: GenerationEstimate): string {
  if (inputTokens === null || outputTokens === null) return "not known";
  return `${formatApproximate(inputTokens)}, ${formatApproximate(outputTokens)}`;
}

function describeBasis(
  { basis, basisCount, pricedOn }: GenerationEstimate,
  isFree: boolean,
): string {
  if (isFree) return "Blueprints are written by the studio itself, in seconds.";
  const prices = pricedOn === null ? "" : ` Prices of ${pricedOn}.`;
  if (basis === "measured") return `Measured on ${countOf(basisCount, "earlier call")}.${prices}`;
  if (basis === "assumed")
    return `A guess from the lengths of the prompts: there is no earlier call of this kind.${prices}`;
  return "No earlier call and no price to go by.";
}

function Categories({ estimate: { byCategory } }: { estimate: GenerationEstimate }) {
  const most = Math.max(1, ...byCategory.map(({ count }) => count));
  if (byCategory.length === 0) return null;
  return (
    <ul className={classes.categories} aria-label="Prompts by category">
      {byCategory.map(({ category, count }) => (
        <li key={category ?? ""}>
          <span>{category === null ? "Without a category" : formatName(category)}</span>
          <span className={classes.track} aria-hidden>
            <span style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className={classes.count}>{formatCount(count)}</span>
        </li>
      ))}
    </ul>
  );
}
