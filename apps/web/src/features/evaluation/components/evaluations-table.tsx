"use client";

import type { EvaluationRow } from "@foundry/core/evaluations/evaluation.schema";
import { EVALUATION_METRICS } from "@foundry/core/evaluation/metrics";
import { Table } from "@mantine/core";
import { IconReportAnalytics } from "@tabler/icons-react";
import Link from "next/link";
import { countOf } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import rows from "../../../components/list/linked-row.module.css";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { TaskStateBadge } from "../../../components/state/task-state-badge";
import { RelativeTime } from "../../../components/time/relative-time";
import { useEvaluations } from "../api/use-evaluations";
import { HeadlineCell } from "./headline-cell";

/** The metrics that a target was set for; the page of an evaluation has them all. */
const HEADLINE = EVALUATION_METRICS.filter(({ target }) => target !== null);

export function EvaluationsTable() {
  const query = useEvaluations();
  const evaluations = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && evaluations.length === 0) {
    return (
      <FailedList error={query.error} what="the evaluations" onRetry={() => void query.refetch()} />
    );
  }
  if (query.isSuccess && evaluations.length === 0) return <NoEvaluations />;
  return (
    <>
      <Table highlightOnHover aria-label="Evaluations" aria-busy={query.isPending} miw={1040}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Training</Table.Th>
            <Table.Th w={110}>State</Table.Th>
            {HEADLINE.map(({ id, title }) => (
              <Table.Th key={id} w={142}>
                {title}
              </Table.Th>
            ))}
            <Table.Th w={110}>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending ? (
            <TableSkeleton widths={["60%", "60%", ...HEADLINE.map(() => "50%"), "60%"]} />
          ) : (
            evaluations.map((evaluation) => (
              <EvaluationLine key={evaluation.id} evaluation={evaluation} />
            ))
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(evaluations.length, "evaluation")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}

function EvaluationLine({ evaluation }: { evaluation: EvaluationRow }) {
  const { trainingRun, dataset, lookNumber, headline } = evaluation;
  return (
    <Table.Tr className={rows.row}>
      <Table.Td className={rows.name}>
        <Link href={`/evaluation/${evaluation.id}`} data-row-link>
          {trainingRun.title}
        </Link>
        <span className={rows.note}>
          {`Evaluation ${evaluation.number} of training ${trainingRun.number}, look ${lookNumber} at ${dataset.title} (dataset ${dataset.number})`}
        </span>
      </Table.Td>
      <Table.Td>
        <TaskStateBadge state={evaluation.isScoring ? "running" : evaluation.state} isPlain />
        {evaluation.isScoring && <span className={rows.note}>Scoring the answers</span>}
        {evaluation.error !== null && <span className={rows.note}>{evaluation.error.message}</span>}
      </Table.Td>
      {HEADLINE.map(({ id }) => (
        <Table.Td key={id}>
          <HeadlineCell figure={headline?.find(({ metric }) => metric === id) ?? null} />
        </Table.Td>
      ))}
      <Table.Td className={rows.when}>
        <RelativeTime at={evaluation.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

function NoEvaluations() {
  return (
    <EmptyList
      icon={<IconReportAnalytics size={20} stroke={1.6} />}
      title="Nothing was evaluated yet"
      action={<LinkButton href="/training">Go to the trainings</LinkButton>}
    >
      Train an adapter on a frozen dataset, then choose “Evaluate on the test split” on the page of
      that training. Base model and adapter answer prompts that neither has seen.
    </EmptyList>
  );
}
