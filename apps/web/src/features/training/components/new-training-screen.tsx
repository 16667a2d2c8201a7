"use client";

import type { TrainingConfig } from "@foundry/core/training/training-config.schema";
import { PRESETS } from "@foundry/core/training/presets";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { useEarlierConfig } from "../api/use-earlier-config";
import { NewTrainingForm } from "./new-training-form";
import { TRAINING_PARENTS } from "../training-parents";

/** The form of a training; it may begin with the settings of an earlier one. */
export function NewTrainingScreen({
  datasetId,
  fromRunId,
}: {
  datasetId: string | null;
  fromRunId: string | null;
}) {
  const earlier = useEarlierConfig(fromRunId);
  const start = (config: TrainingConfig) => (
    <NewTrainingForm startConfig={config} startDatasetId={datasetId} />
  );
  if (fromRunId === null || earlier.isError) return start(PRESETS.smoke.config);
  if (earlier.data !== undefined) return start(earlier.data.config);
  return (
    <Page width="wide">
      <PageHeader title="New training" parents={TRAINING_PARENTS} />
      <PanelSkeleton height={420} lineCount={7} />
    </Page>
  );
}
