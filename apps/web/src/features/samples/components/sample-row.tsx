"use client";

import type { SampleRow as Row } from "@foundry/core/samples/sample.schema";
import { Table, Tooltip } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import Link from "next/link";
import { memo } from "react";
import { StateBadge } from "../../../components/state/state-badge";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import { RelativeTime } from "../../../components/time/relative-time";
import { FindingCounts } from "./finding-counts";
import classes from "./samples-table.module.css";

/** The link covers its row, so a row is one target, for the mouse and for the keyboard. */
export const SampleRow = memo(function SampleRow({ row }: { row: Row }) {
  const isLeased = row.state === "pending" && row.leasedBy !== null;
  return (
    <Table.Tr className={classes.row}>
      <Table.Td className={classes.number}>{row.sampleId}</Table.Td>
      <Table.Td className={classes.prompt}>
        <Link
          href={`/samples/${row.sampleId}`}
          data-row-link
          className={classes.link}
          prefetch={false}
        >
          <VisibleText>{row.promptText}</VisibleText>
        </Link>
        {row.isBenchmark && <span className={classes.tag}>Benchmark</span>}
      </Table.Td>
      <Table.Td>
        <span className={classes.state}>
          <StateBadge state={isLeased ? "leased" : row.state} isPlain />
          {!row.isSchemaValid && (
            <Tooltip label="The IR does not fit the schema">
              <IconAlertTriangle
                size={15}
                className={classes.warning ?? ""}
                aria-label="The IR does not fit the schema"
              />
            </Tooltip>
          )}
        </span>
      </Table.Td>
      <Table.Td>
        {nameOrDash(row.category)}
        {row.complexity !== null && (
          <span className={classes.second}>{formatName(row.complexity)}</span>
        )}
      </Table.Td>
      <Table.Td>
        <FindingCounts
          errors={row.errorCount}
          warnings={row.warningCount}
          isKnown={row.risk !== null}
        />
      </Table.Td>
      <Table.Td ta="right" className={classes.risk}>
        {row.risk === null ? "–" : row.risk.toFixed(2)}
      </Table.Td>
      <Table.Td className={classes.person}>{row.decidedBy ?? row.leasedBy ?? "–"}</Table.Td>
      <Table.Td className={classes.when}>
        <RelativeTime at={row.updatedAt} />
      </Table.Td>
    </Table.Tr>
  );
});

function nameOrDash(name: string | null): string {
  return name === null ? "–" : formatName(name);
}
