"use client";

import { PRESETS } from "@foundry/core/training/presets";
import {
  TRAINING_PRESETS,
  type TrainingConfig,
} from "@foundry/core/training/training-config.schema";
import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { useDatasets } from "../../../components/datasets/use-datasets";
import { countOf } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { Notice } from "../../../components/notice";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useStartTraining } from "../api/use-start-training";
import { useTrainingEstimate } from "../api/use-training-estimate";
import { readConfigProblems } from "../read-config-problems";
import { ConfigForm } from "./config-form";
import classes from "./new-training-form.module.css";
import { PresetCards } from "./preset-cards";
import { TrainingEstimatePanel } from "./training-estimate-panel";

const ESTIMATE_AFTER_MS = 350;
import { TRAINING_PARENTS } from "../training-parents";

/** Dataset, preset and settings at the left; what it takes and what differs at the right. */
export function NewTrainingForm({
  startConfig,
  startDatasetId,
}: {
  startConfig: TrainingConfig;
  startDatasetId: string | null;
}) {
  const router = useRouter();
  const datasets = useDatasets();
  const known = datasets.data?.pages.flatMap((page) => page.rows) ?? [];
  const [chosenId, setChosenId] = useState(startDatasetId);
  const datasetId = chosenId ?? known[0]?.id ?? null;
  const [config, setConfig] = useState(startConfig);
  const [settled] = useDebouncedValue(config, ESTIMATE_AFTER_MS);
  const problems = readConfigProblems(config);
  const plan = datasetId !== null && problems.size === 0 ? { datasetId, config } : null;
  const isSettledRight = readConfigProblems(settled).size === 0;
  const estimate = useTrainingEstimate(
    datasetId !== null && isSettledRight ? { datasetId, config: settled } : null,
  );
  const start = useStartTraining();
  // One press of the button is one run, however often its request is sent.
  const requestKey = useRef<string>(null);
  const isBlocked = plan === null || (estimate.data?.obstacles.length ?? 0) > 0;
  const change = (next: TrainingConfig) => {
    start.reset();
    requestKey.current = null;
    setConfig(next);
  };
  const submit = () => {
    if (plan === null) return;
    requestKey.current ??= crypto.randomUUID();
    start.mutate(
      { ...plan, preset: config.preset, requestKey: requestKey.current },
      { onSuccess: ({ id }) => router.push(`/training/${id}`) },
    );
  };
  if (datasets.isSuccess && known.length === 0) return <NoDataset />;
  return (
    <Page width="wide">
      <PageHeader
        title="New training"
        parents={TRAINING_PARENTS}
        action={
          <Button
            leftSection={<IconPlayerPlay size={16} />}
            disabled={isBlocked}
            loading={start.isPending || start.isSuccess}
            onClick={submit}
          >
            Start training
          </Button>
        }
      >
        Choose what is learnt from and with which settings. A preset is a good start.
      </PageHeader>
      {start.isError && (
        <Notice tone="rejected" title="The training was not started">
          {describeError(start.error).detail}
        </Notice>
      )}
      <div className={classes.columns}>
        <div className={classes.form}>
          <Panel title="Dataset">
            <Select
              aria-label="Dataset"
              allowDeselect={false}
              data={known.map(({ id, title, number, itemCount }) => ({
                value: id,
                label: `${title} · dataset ${number}, ${countOf(itemCount, "sample")}`,
              }))}
              value={datasetId}
              onChange={(id) => {
                start.reset();
                requestKey.current = null;
                setChosenId(id);
              }}
            />
          </Panel>
          <PresetCards
            presets={TRAINING_PRESETS}
            chosen={config.preset}
            onChoose={(preset) => change(PRESETS[preset].config)}
          />
          <ConfigForm config={config} problems={problems} onChange={change} />
        </div>
        <TrainingEstimatePanel query={estimate} config={config} problems={problems} />
      </div>
    </Page>
  );
}

function NoDataset() {
  return (
    <Page>
      <PageHeader title="New training" parents={TRAINING_PARENTS} />
      <Panel>
        <EmptyList
          title="There is no dataset to train on"
          action={<LinkButton href="/datasets/new">New dataset</LinkButton>}
        >
          Freeze the accepted samples first: a training learns from rows that never change.
        </EmptyList>
      </Panel>
    </Page>
  );
}
