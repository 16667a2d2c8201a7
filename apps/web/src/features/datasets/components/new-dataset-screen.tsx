"use client";

import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSnowflake } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { countOf } from "../../../components/format/format-count";
import { Notice } from "../../../components/notice";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useDatasetPreview } from "../api/use-dataset-preview";
import { useFreezeDataset } from "../api/use-freeze-dataset";
import { readDraft, type RecipeDraft, startDraft } from "../recipe-draft";
import { DatasetPreview } from "./dataset-preview";
import classes from "./new-dataset-screen.module.css";
import { RecipeForm } from "./recipe-form";

const PARENTS = [{ label: "Datasets", href: "/datasets" }];
const PREVIEW_AFTER_MS = 350;

/** What goes in at the left, what would be frozen at the right. */
export function NewDatasetScreen() {
  const router = useRouter();
  const [draft, setDraft] = useState(() => startDraft("1", "Accepted corpus"));
  const { recipe, problems } = useMemo(() => readDraft(draft), [draft]);
  const [settled] = useDebouncedValue(recipe, PREVIEW_AFTER_MS);
  const preview = useDatasetPreview(settled);
  const freeze = useFreezeDataset();
  const isBlocked = preview.data?.problems.some(({ isBlocking }) => isBlocking) ?? true;
  const change = (changes: Partial<RecipeDraft>) => {
    freeze.reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const submit = () => {
    if (recipe === null) return;
    freeze.mutate(
      { title: draft.title.trim(), recipe },
      { onSuccess: ({ id }) => router.push(`/datasets/${id}`) },
    );
  };
  const count = preview.data?.itemCount;
  return (
    <Page width="wide">
      <PageHeader
        title="New dataset"
        parents={PARENTS}
        action={
          <Button
            leftSection={<IconSnowflake size={16} />}
            disabled={recipe === null || problems.title !== null || isBlocked}
            loading={freeze.isPending || freeze.isSuccess}
            onClick={submit}
          >
            {count === undefined ? "Freeze dataset" : `Freeze ${countOf(count, "sample")}`}
          </Button>
        }
      >
        Choose what goes in and how it is split. Frozen, it never changes; the corpus goes on.
      </PageHeader>
      {freeze.isError && (
        <Notice tone="rejected" title="The dataset was not frozen">
          {describeError(freeze.error).detail}
        </Notice>
      )}
      <div className={classes.columns}>
        <Panel title="Recipe">
          <RecipeForm draft={draft} problems={problems} onChange={change} />
        </Panel>
        <DatasetPreview query={preview} />
      </div>
    </Page>
  );
}
