"use client";

import type { GenerationItemPage } from "@foundry/core/generation/generation.schema";
import { Checkbox, Table } from "@mantine/core";
import { memo } from "react";
import { formatCount } from "../../../components/format/format-count";
import { formatFineMoney } from "../../../components/format/format-money";
import rows from "../../../components/list/linked-row.module.css";
import { RunStateBadge } from "../../../components/state/run-state-badge";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import { describeItemFailure } from "../describe-item-failure";
import classes from "./items-table.module.css";

export type GenerationItem = GenerationItemPage["rows"][number];

/** One prompt of a run; a click anywhere opens its candidates and calls. */
export const ItemRow = memo(function ItemRow({
  item,
  isSelected,
  onSelect,
  onOpen,
}: {
  item: GenerationItem;
  isSelected: boolean;
  onSelect: (id: string, isSelected: boolean) => void;
  onOpen: (item: GenerationItem) => void;
}) {
  return (
    <Table.Tr className={rows.row}>
      <Table.Td className={classes.check}>
        {item.state === "failed" && (
          <Checkbox
            size="xs"
            aria-label={`Select prompt ${item.promptId}`}
            checked={isSelected}
            onChange={(event) => onSelect(item.id, event.currentTarget.checked)}
          />
        )}
      </Table.Td>
      <Table.Td className={rows.quiet}>{item.promptId}</Table.Td>
      <Table.Td className={rows.name}>
        <button type="button" data-row-link className={classes.prompt} onClick={() => onOpen(item)}>
          <VisibleText>{item.promptText}</VisibleText>
        </button>
        {item.category !== null && <span className={rows.note}>{formatName(item.category)}</span>}
      </Table.Td>
      <Table.Td>
        <RunStateBadge state={item.state} isPlain />
        {item.failure !== null && (
          <span className={rows.note}>{describeItemFailure(item.failure).title}</span>
        )}
        {item.round > 1 && <span className={rows.note}>{`Try ${item.round}`}</span>}
      </Table.Td>
      <Table.Td ta="right">{formatCount(item.candidateCount)}</Table.Td>
      <Table.Td ta="right">{formatCount(item.callCount)}</Table.Td>
      <Table.Td ta="right">{item.costUsd === null ? "–" : formatFineMoney(item.costUsd)}</Table.Td>
    </Table.Tr>
  );
});
