"use client";

import type { SpendOverview } from "@foundry/core/generation/spend.schema";
import { Skeleton, Table } from "@mantine/core";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatFineMoney, formatMoney } from "../../../components/format/format-money";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useSpend } from "../../../components/spend/use-spend";
import { formatName } from "../../../components/text/format-name";
import { useAddressQuery } from "../../../components/use-address-query";
import { readCallFilters } from "../run-view";
import classes from "./calls-screen.module.css";
import { CallsFilters } from "./calls-filters";
import { CallsTable } from "./calls-table";

const PARENTS = [{ label: "Generate", href: "/generate" }];

/** The ledger over all runs. */
export function CallsScreen() {
  const [query, change] = useAddressQuery();
  const filters = readCallFilters(query);
  const { data: spend } = useSpend();
  return (
    <Page width="wide">
      <PageHeader title="Calls" parents={PARENTS}>
        Every request to a model: written down before it is sent, settled after its answer, kept for
        good.
      </PageHeader>
      <div className={classes.columns}>
        <SpendTable title="Cost by model" rows={spend && spend.byModel.map(nameModel)} />
        <SpendTable title="Cost by category" rows={spend && spend.byCategory.map(nameCategory)} />
      </div>
      <Panel title="Ledger" isFlush>
        <CallsFilters filters={filters} onChange={change} />
        <CallsTable
          filters={{ ...filters, runId: null, itemId: null }}
          isFiltered={Object.values(filters).some((value) => value !== null)}
        />
      </Panel>
    </Page>
  );
}

interface SpendRow {
  name: string;
  callCount: number;
  spentUsd: number;
}

function nameModel({ model, ...sums }: SpendOverview["byModel"][number]): SpendRow {
  return { name: model, ...sums };
}

function nameCategory({ category, ...sums }: SpendOverview["byCategory"][number]): SpendRow {
  return { name: category === null ? "Without a category" : formatName(category), ...sums };
}

function SpendTable({ title, rows }: { title: string; rows: SpendRow[] | undefined }) {
  return (
    <Panel title={title} isFlush aside={rows === undefined ? undefined : describeSum(rows)}>
      {rows === undefined && <Skeleton height={84} m={16} width="auto" />}
      {rows?.length === 0 && <p className={classes.none}>Nothing was spent yet.</p>}
      {rows !== undefined && rows.length > 0 && (
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{title.slice("Cost by ".length)}</Table.Th>
              <Table.Th ta="right">Calls</Table.Th>
              <Table.Th ta="right">Spent</Table.Th>
              <Table.Th ta="right">Each call</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, callCount, spentUsd }) => (
              <Table.Tr key={name}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right">{formatCount(callCount)}</Table.Td>
                <Table.Td ta="right">{formatMoney(spentUsd)}</Table.Td>
                <Table.Td ta="right">
                  {callCount === 0 ? "–" : formatFineMoney(spentUsd / callCount)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function describeSum(rows: SpendRow[]): string {
  const calls = rows.reduce((sum, { callCount }) => sum + callCount, 0);
  return countOf(calls, "call");
}
