"use client";

import { sumQuotas } from "@foundry/core/prompt-runs/prompt-run.schema";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSparkles } from "@tabler/icons-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { findProblem } from "../../../components/api/find-problem";
import { countOf } from "../../../components/format/format-count";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Notice } from "../../../components/notice";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useEarlierRun } from "../api/use-earlier-run";
import { usePromptPreview } from "../api/use-prompt-preview";
import { useStartPromptRun } from "../api/use-start-prompt-run";
import { readOrderAddress, writeOrderAddress } from "../order-address";
import { type OrderDraft, readDraft, startDraft, toDraft } from "../order-draft";
import { OrderForm } from "./order-form";
import { OrderPreview } from "./order-preview";
import classes from "./new-run-screen.module.css";

const PARENTS = [{ label: "Prompts", href: "/prompts" }];
const PREVIEW_AFTER_MS = 350;

/** The form of a run beside what it would write; it may begin as an earlier run or as its address says. */
export function NewRunScreen({ seed, fromRunId }: { seed: string; fromRunId: string | null }) {
  const earlier = useEarlierRun(fromRunId);
  const written = readOrderAddress(new URLSearchParams(useSearchParams().toString()));
  if (written !== null) return <OrderScreen start={written} />;
  if (fromRunId === null || earlier.isError) return <OrderScreen start={startDraft(seed)} />;
  if (earlier.data !== undefined) return <OrderScreen start={toDraft(earlier.data)} />;
  return (
    <Page width="wide">
      <PageHeader title="Generate prompts" parents={PARENTS} />
      <PanelSkeleton height={420} lineCount={7} />
    </Page>
  );
}

function OrderScreen({ start }: { start: OrderDraft }) {
  const router = useRouter();
  const [draft, setDraft] = useState(start);
  const [rested] = useDebouncedValue(draft, PREVIEW_AFTER_MS);
  useEffect(() => {
    // Next's own router follows, and no request is made for the page.
    window.history.replaceState(null, "", `/prompts/new${writeOrderAddress(rested)}`);
  }, [rested]);
  const { order, problems } = useMemo(() => readDraft(draft), [draft]);
  const [settled] = useDebouncedValue(order, PREVIEW_AFTER_MS);
  const preview = usePromptPreview(settled);
  const run = useStartPromptRun();
  const isShort = !preview.isPlaceholderData && (preview.data?.shortages.length ?? 0) > 0;
  const change = (changes: Partial<OrderDraft>) => {
    run.reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const submit = () => {
    if (order === null || isShort) return;
    run.mutate(order, { onSuccess: ({ id }) => router.push(`/prompts/runs/${id}`) });
  };
  return (
    <Page width="wide">
      <PageHeader
        title="Generate prompts"
        parents={PARENTS}
        action={
          <Button
            leftSection={<IconSparkles size={16} />}
            disabled={order === null || isShort}
            loading={run.isPending || run.isSuccess}
            onClick={submit}
          >
            {`Generate ${countOf(sumQuotas(draft.quotas), "prompt")}`}
          </Button>
        }
      >
        Templates write the prompts; what you see here is what the run will store.
      </PageHeader>
      {run.isError && (
        <Notice tone="rejected" title="The run was not started">
          {describeError(run.error).detail}
        </Notice>
      )}
      <div className={classes.columns}>
        <div className={classes.form}>
          <Panel title="Order">
            <OrderForm
              draft={draft}
              problems={{
                seed: problems.seed ?? findProblem(run.error, "/seed"),
                quotas: problems.quotas ?? findProblem(run.error, "/quotas"),
                mix: problems.mix ?? findProblem(run.error, "/complexityMix"),
              }}
              onChange={change}
            />
          </Panel>
        </div>
        <OrderPreview query={preview} onLower={(quotas) => change({ quotas })} />
      </div>
    </Page>
  );
}
