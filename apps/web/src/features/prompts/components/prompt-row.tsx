"use client";

import type { PromptRow as Row } from "@foundry/core/prompt-list/prompt.schema";
import { Checkbox, Table } from "@mantine/core";
import Link from "next/link";
import { memo } from "react";
import { countOf } from "../../../components/format/format-count";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import { RelativeTime } from "../../../components/time/relative-time";
import classes from "./prompts-table.module.css";

/** The link covers its row except the checkbox, so a row is one target for mouse and keyboard. */
export const PromptRow = memo(function PromptRow({
  row,
  isSelected,
  onSelect,
}: {
  row: Row;
  isSelected: boolean;
  /** Null: this person changes nothing, so there is nothing to select. */
  onSelect: ((id: number, isSelected: boolean) => void) | null;
}) {
  return (
    <Table.Tr className={classes.row} data-selected={isSelected || undefined}>
      {onSelect !== null && (
        <Table.Td className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={`Select prompt ${row.id}`}
            checked={isSelected}
            onChange={(event) => onSelect(row.id, event.currentTarget.checked)}
          />
        </Table.Td>
      )}
      <Table.Td className={classes.number}>{row.id}</Table.Td>
      <Table.Td className={classes.prompt}>
        <Link href={`/prompts/${row.id}`} data-row-link className={classes.link} prefetch={false}>
          <VisibleText>{row.text}</VisibleText>
        </Link>
        {row.isBenchmark && <span className={classes.tag}>Benchmark</span>}
      </Table.Td>
      <Table.Td>
        {row.category === null ? "–" : formatName(row.category)}
        {row.complexity !== null && (
          <span className={classes.second}>{formatName(row.complexity)}</span>
        )}
      </Table.Td>
      <Table.Td className={classes.source}>
        {row.source === null ? "–" : formatName(row.source)}
        {row.templateId !== null && (
          <span className={classes.second} title={row.templateId}>
            {formatName(row.templateId)}
          </span>
        )}
      </Table.Td>
      <Table.Td className={row.sampleCount === 0 ? classes.number : undefined}>
        {row.sampleCount === 0 ? "None yet" : countOf(row.sampleCount, "IR")}
      </Table.Td>
      <Table.Td className={classes.when}>
        <RelativeTime at={row.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
});
