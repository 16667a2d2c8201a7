"use client";

import type { Dataset } from "@foundry/core/datasets/dataset.schema";
import { IconPlayerPlay } from "@tabler/icons-react";
import { LinkButton } from "../../../components/link-button";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useDataset } from "../api/use-dataset";
import { DatasetFacts } from "./dataset-facts";
import { DatasetFiles } from "./dataset-files";
import { DatasetItems } from "./dataset-items";
import classes from "./dataset-screen.module.css";
import { DatasetSummaryPanels } from "./dataset-summary-panels";
import { LeftOut } from "./left-out";

const PARENTS = [{ label: "Datasets", href: "/datasets" }];

/** One frozen dataset: what is in it, where it came from, and what to do with it. */
export function DatasetScreen({ id }: { id: string }) {
  const { data: dataset, error, refetch } = useDataset(id);
  if (error !== null && dataset === undefined) {
    return (
      <Page width="wide">
        <PageHeader title="Dataset" parents={PARENTS} />
        <Panel>
          <FailedList error={error} what="the dataset" onRetry={() => void refetch()} />
        </Panel>
      </Page>
    );
  }
  if (dataset === undefined) {
    return (
      <Page width="wide">
        <PageHeader title="Dataset" parents={PARENTS} />
        <PanelSkeleton height={420} lineCount={7} />
      </Page>
    );
  }
  return <Frozen dataset={dataset} />;
}

function Frozen({ dataset }: { dataset: Dataset }) {
  return (
    <Page width="wide">
      <PageHeader
        title={dataset.title}
        parents={PARENTS}
        action={
          <LinkButton
            href={`/training/new?dataset=${dataset.id}`}
            leftSection={<IconPlayerPlay size={16} />}
          >
            Train on it
          </LinkButton>
        }
      >
        {`Dataset ${dataset.number}, frozen: none of its rows ever changes.`}
      </PageHeader>
      <div className={classes.columns}>
        <div className={classes.main}>
          <DatasetSummaryPanels summary={dataset.summary} />
        </div>
        <div className={classes.side}>
          <DatasetFacts dataset={dataset} />
          <DatasetFiles dataset={dataset} />
          <LeftOut summary={dataset.summary} />
        </div>
      </div>
      <Panel title="Rows" isFlush>
        <DatasetItems id={dataset.id} />
      </Panel>
    </Page>
  );
}
