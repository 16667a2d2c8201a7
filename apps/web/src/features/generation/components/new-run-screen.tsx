"use client";

import type { OrderGeneration } from "@foundry/core/generation/generation.schema";
import type { Providers } from "@foundry/core/generation/provider.schema";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { describeError } from "../../../components/api/describe-error";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Notice } from "../../../components/notice";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useProviders } from "../../../components/providers/use-providers";
import { useEstimate } from "../api/use-estimate";
import { useStartRun } from "../api/use-start-run";
import { describeStart } from "../describe-start";
import type { GenerationDraft } from "../generation-draft";
import { toOrder } from "../to-order";
import { useDraft } from "../use-draft";
import { EstimatePanel } from "./estimate-panel";
import { NewRunForm } from "./new-run-form";
import classes from "./new-run-screen.module.css";

const PARENTS = [{ label: "Generate", href: "/generate" }];
const ESTIMATE_AFTER_MS = 350;

/** The form of a run beside what it will take. */
export function NewRunScreen() {
  const { data: providers, error, refetch } = useProviders();
  if (providers !== undefined) return <OrderScreen providers={providers} />;
  return (
    <Page width="wide">
      <PageHeader title="New run" parents={PARENTS} />
      {error === null ? (
        <PanelSkeleton height={420} lineCount={7} />
      ) : (
        <Panel>
          <FailedList error={error} what="the producers" onRetry={() => void refetch()} />
        </Panel>
      )}
    </Page>
  );
}

function OrderScreen({ providers }: { providers: Providers }) {
  const router = useRouter();
  const [draft, changeDraft] = useDraft();
  const order = useMemo(() => toOrder(draft, providers), [draft, providers]);
  const [settled] = useDebouncedValue(order, ESTIMATE_AFTER_MS);
  const lacksEndpoint = settled.producer === "openai_compatible" && settled.endpointId === null;
  const estimate = useEstimate(lacksEndpoint ? null : settled);
  const everywhere = useEstimate(lacksEndpoint ? null : ofEveryCategory(settled));
  const start = useStartRun();
  const isCurrent = settled === order && estimate.isSuccess && !estimate.isPlaceholderData;
  const canStart =
    isCurrent && estimate.data.obstacles.length === 0 && estimate.data.promptCount > 0;
  const change = (changes: Partial<GenerationDraft>) => {
    start.reset();
    changeDraft(changes);
  };
  return (
    <Page width="wide">
      <PageHeader
        title="New run"
        parents={PARENTS}
        action={
          <Button
            leftSection={<IconPlayerPlay size={16} />}
            disabled={!canStart}
            loading={start.isPending || start.isSuccess}
            onClick={() =>
              canStart &&
              start.mutate(order, {
                onSuccess: ({ id }) => router.push(`/generate/runs/${id}`),
              })
            }
          >
            {describeStart(order, isCurrent ? estimate.data : null)}
          </Button>
        }
      >
        Choose who writes what; nothing is sent or paid before you start it.
      </PageHeader>
      {start.isError && (
        <Notice tone="rejected" title="The run was not started">
          {describeError(start.error).detail}
        </Notice>
      )}
      <div className={classes.columns}>
        <NewRunForm
          draft={draft}
          order={order}
          providers={providers}
          estimate={estimate.data}
          counts={everywhere.data?.byCategory}
          onChange={change}
        />
        <div className={classes.estimate}>
          <EstimatePanel query={estimate} order={order} lacksEndpoint={lacksEndpoint} />
        </div>
      </div>
    </Page>
  );
}

/** The same order without a choice of categories: its counts stand beside each of them. */
function ofEveryCategory(order: OrderGeneration): OrderGeneration {
  return { ...order, choice: { ...order.choice, categories: [], limit: null } };
}
