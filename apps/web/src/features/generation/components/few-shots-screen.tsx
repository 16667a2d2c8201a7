"use client";

import type { FewShotSet } from "@foundry/core/generation/few-shot.schema";
import { Table } from "@mantine/core";
import { IconListDetails, IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { countOf, formatCount } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import rows from "../../../components/list/linked-row.module.css";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import { useFewShotSets } from "../api/use-few-shot-sets";
import { describeRecipe } from "../describe-recipe";

const PARENTS = [{ label: "Generate", href: "/generate" }];

/** Every set of examples; a set is never changed, a change is its next version. */
export function FewShotsScreen() {
  const { data: sets, error, refetch } = useFewShotSets();
  return (
    <Page>
      <PageHeader
        title="Examples"
        parents={PARENTS}
        action={
          <LinkButton href="/generate/few-shots/new" leftSection={<IconPlus size={16} />}>
            New set
          </LinkButton>
        }
      >
        Accepted samples that a model is shown before it writes; each set is frozen and numbered.
      </PageHeader>
      <Panel isFlush>
        {error !== null && sets === undefined && (
          <FailedList error={error} what="the sets" onRetry={() => void refetch()} />
        )}
        {sets?.length === 0 && (
          <EmptyList
            icon={<IconListDetails size={20} stroke={1.6} />}
            title="No set of examples yet"
            action={<LinkButton href="/generate/few-shots/new">New set</LinkButton>}
          >
            A few accepted samples of each category often lift the share of IRs that need no
            correction.
          </EmptyList>
        )}
        {error === null && sets?.length !== 0 && <SetsTable sets={sets} />}
      </Panel>
    </Page>
  );
}

function SetsTable({ sets }: { sets: FewShotSet[] | undefined }) {
  return (
    <Table highlightOnHover aria-label="Sets of examples" aria-busy={sets === undefined}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Set</Table.Th>
          <Table.Th w={100}>Version</Table.Th>
          <Table.Th w={110} ta="right">
            Examples
          </Table.Th>
          <Table.Th w={130} ta="right">
            Tokens
          </Table.Th>
          <Table.Th w={90} ta="right">
            Runs
          </Table.Th>
          <Table.Th w={170} pl="xl">
            By
          </Table.Th>
          <Table.Th w={130}>When</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sets === undefined ? (
          <TableSkeleton widths={["60%", "50%", "40%", "50%", "30%", "60%", "60%"]} />
        ) : (
          sets.map((set) => (
            <Table.Tr key={set.id} className={rows.row}>
              <Table.Td className={rows.name}>
                <Link href={`/generate/few-shots/${set.id}`} data-row-link>
                  {set.name}
                </Link>
                <span className={rows.note}>{describeRecipe(set.recipe)}</span>
              </Table.Td>
              <Table.Td>
                {set.version}
                {set.isNewest && <span className={rows.note}>newest</span>}
              </Table.Td>
              <Table.Td ta="right">{formatCount(set.exampleCount)}</Table.Td>
              <Table.Td
                ta="right"
                title={set.isTokensCounted ? "Counted by the provider" : "Estimated"}
              >
                {`${set.isTokensCounted ? "" : "about "}${formatCount(set.tokens)}`}
              </Table.Td>
              <Table.Td ta="right" title={`Used in ${countOf(set.runCount, "run")}`}>
                {formatCount(set.runCount)}
              </Table.Td>
              <Table.Td pl="xl">{set.createdBy}</Table.Td>
              <Table.Td className={rows.when}>
                <RelativeTime at={set.createdAt} />
              </Table.Td>
            </Table.Tr>
          ))
        )}
      </Table.Tbody>
    </Table>
  );
}
