"use client";

import type { LlmCall } from "@foundry/core/generation/llm-call.schema";
import { Table } from "@mantine/core";
import { memo } from "react";
import { formatCount } from "../../../components/format/format-count";
import { formatFineMoney } from "../../../components/format/format-money";
import rows from "../../../components/list/linked-row.module.css";
import { RelativeTime } from "../../../components/time/relative-time";
import { nameCall } from "../describe-call";
import { formatLatency } from "../format-latency";
import { sumInputTokens } from "../sum-input-tokens";
import { CallBadge } from "./call-badge";

/** One call of the ledger; a click anywhere opens all that is known of it. */
export const CallRow = memo(function CallRow({
  call,
  onOpen,
}: {
  call: LlmCall;
  onOpen: (id: string) => void;
}) {
  const input = sumInputTokens(call);
  return (
    <Table.Tr className={rows.row}>
      <Table.Td className={rows.name}>
        <button type="button" data-row-link onClick={() => onOpen(call.id)}>
          {nameCall(call)}
        </button>
        <span className={rows.note}>
          {call.promptId === null ? call.purpose : `Prompt ${call.promptId}`}
        </span>
      </Table.Td>
      <Table.Td>
        {call.model}
        <span className={rows.note}>
          {call.isBatch ? `${call.provider} · batch` : call.provider}
        </span>
      </Table.Td>
      <Table.Td>
        <CallBadge call={call} isPlain />
      </Table.Td>
      <Table.Td ta="right">
        {input === null ? "–" : formatCount(input)}
        {(call.cacheReadTokens ?? 0) > 0 && (
          <span className={rows.note}>{`${formatCount(call.cacheReadTokens ?? 0)} cached`}</span>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {call.outputTokens === null ? "–" : formatCount(call.outputTokens)}
      </Table.Td>
      <Table.Td ta="right">
        {call.costUsd === null ? "–" : formatFineMoney(call.costUsd)}
        {call.state === "in_doubt" && call.reservedUsd !== null && (
          <span className={rows.note}>{`up to ${formatFineMoney(call.reservedUsd)} held`}</span>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {call.latencyMs === null ? "–" : formatLatency(call.latencyMs)}
      </Table.Td>
      <Table.Td className={rows.when}>
        <RelativeTime at={call.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
});
