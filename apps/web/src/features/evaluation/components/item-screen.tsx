"use client";

import type { EvaluationItem } from "@foundry/core/evaluations/evaluation.schema";
import Link from "next/link";
import { JsonView } from "../../../components/json/json-view";
import { layOutJson } from "../../../components/json/lay-out-json";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { NeighbourSteps } from "../../../components/list/neighbour-steps";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { VisibleText } from "../../../components/text/visible-text";
import { useAddressQuery } from "../../../components/use-address-query";
import { useEvaluation } from "../api/use-evaluation";
import { useEvaluationItem } from "../api/use-evaluation-item";
import { useItemNeighbours } from "../api/use-item-neighbours";
import { EVALUATION_PARENTS } from "../evaluation-parents";
import { readItemFilters, writeItemFilters } from "../item-filters";
import { AnswerPanel } from "./answer-panel";
import { AnswerText } from "./answer-text";
import classes from "./item-screen.module.css";

/** One item: what was asked and expected, and what both models answered. */
export function ItemScreen({ id, position }: { id: string; position: number }) {
  const [query] = useAddressQuery();
  const filters = readItemFilters(query);
  const written = writeItemFilters(filters).toString();
  const search = written === "" ? "" : `?${written}`;
  const evaluation = useEvaluation(id);
  const item = useEvaluationItem(id, position);
  const here = item.data?.position === position ? item.data : undefined;
  const neighbours = useItemNeighbours(id, position, here, filters);
  const hrefOf = (other: number | null) =>
    other === null ? null : `/evaluation/${id}/items/${other}${search}`;
  const number = evaluation.data?.number;
  const parents = [
    ...EVALUATION_PARENTS,
    {
      label: number === undefined ? "Items" : `Evaluation ${number}`,
      href: `/evaluation/${id}${search}#items`,
    },
  ];
  return (
    <Page width="wide">
      <PageHeader
        title={`Item ${position}`}
        parents={parents}
        action={
          <NeighbourSteps
            before={{ href: hrefOf(neighbours.previous), label: "Previous item" }}
            after={{ href: hrefOf(neighbours.next), label: "Next item" }}
            hasArrows
          />
        }
      >
        {item.data !== undefined && (
          <>
            {"The reviewed IR is that of "}
            <Link href={`/samples/${item.data.sampleId}`}>{`sample ${item.data.sampleId}`}</Link>
            {filters.selection !== "all" && ". The arrows step through the items of your filter"}.
          </>
        )}
      </PageHeader>
      {item.data !== undefined ? (
        <Known item={item.data} />
      ) : item.error === null ? (
        <PanelSkeleton height={560} lineCount={7} />
      ) : (
        <Panel>
          <FailedList error={item.error} what="the item" onRetry={() => void item.refetch()} />
        </Panel>
      )}
    </Page>
  );
}

function Known({ item }: { item: EvaluationItem }) {
  return (
    <>
      <Panel title="Prompt">
        <p className={classes.prompt}>
          <VisibleText>{item.prompt}</VisibleText>
        </p>
      </Panel>
      <div className={classes.texts}>
        <Panel title="Expected" isFlush aside="The reviewed IR">
          <div className={classes.text}>
            <JsonView text={layOutJson(item.expected)} label="Text of the reviewed IR" />
          </div>
        </Panel>
        <AnswerText title="Base model" answer={item.base} />
        <AnswerText title="Adapter" answer={item.adapter} />
      </div>
      <div className={classes.answers}>
        <AnswerPanel title="Base model, scored" answer={item.base} />
        <AnswerPanel title="Adapter, scored" answer={item.adapter} />
      </div>
    </>
  );
}
