"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { Progress, Table } from "@mantine/core";
import Link from "next/link";
import { formatCount } from "../../../components/format/format-count";
import { formatMoney } from "../../../components/format/format-money";
import rows from "../../../components/list/linked-row.module.css";
import { RunStateBadge } from "../../../components/state/run-state-badge";
import { RelativeTime } from "../../../components/time/relative-time";
import { countEnded } from "../count-ended";
import { describeStopReason } from "../describe-stop-reason";
import { isUnderWay } from "../is-under-way";
import { nameProduct } from "../name-run";

/** One run of the table; the link covers its row. */
export function RunRow({ run }: { run: GenerationRun }) {
  const ended = countEnded(run);
  return (
    <Table.Tr className={rows.row}>
      <Table.Td className={rows.name}>
        <Link href={`/generate/runs/${run.id}`} data-row-link>
          {run.producerTitle}
        </Link>
        <span className={rows.note}>
          {[run.model, nameProduct(run), run.mode === "batch" ? "batch" : null]
            .filter((part) => part !== null)
            .join(" · ")}
        </span>
      </Table.Td>
      <Table.Td>
        <RunStateBadge state={run.state} isPlain />
        {run.state === "paused" && run.stopReason !== null && run.stopReason !== "by_person" && (
          <span className={rows.note}>{describeStopReason(run.stopReason).title}</span>
        )}
        {isUnderWay(run) && (
          <Progress
            value={run.itemCount === 0 ? 0 : (ended / run.itemCount) * 100}
            size={3}
            mt={2}
            aria-label={`Progress of the run of ${run.producerTitle}`}
          />
        )}
      </Table.Td>
      <Table.Td ta="right">{`${formatCount(run.counts.done)} of ${formatCount(run.itemCount)}`}</Table.Td>
      <Table.Td ta="right" className={run.counts.failed > 0 ? rows.bad : rows.quiet}>
        {formatCount(run.counts.failed)}
      </Table.Td>
      <Table.Td ta="right">{describeCost(run)}</Table.Td>
      <Table.Td pl="xl">{run.createdBy}</Table.Td>
      <Table.Td className={rows.when}>
        <RelativeTime at={run.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

function describeCost({ producer, spentUsd, unpricedCount }: GenerationRun): string {
  if (producer === "blueprint") return "Free";
  if (unpricedCount > 0 && spentUsd === 0) return "Not known";
  return unpricedCount > 0 ? `${formatMoney(spentUsd)} +` : formatMoney(spentUsd);
}
