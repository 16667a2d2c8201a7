"use client";

import {
  type FewShotRecipe,
  type FewShotSetDetail,
  saveFewShotSetSchema,
} from "@foundry/core/generation/few-shot.schema";
import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { findProblem } from "../../../components/api/find-problem";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Notice } from "../../../components/notice";
import { NumberRow } from "../../../components/number-row";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useFewShotPreview } from "../api/use-few-shot-preview";
import { useFewShotSet } from "../api/use-few-shot-set";
import { useSaveFewShotSet } from "../api/use-save-few-shot-set";
import { ExamplesView } from "./examples-view";
import fields from "./form-fields.module.css";
import classes from "./new-few-shot-screen.module.css";
import { SamplePicker } from "./sample-picker";

const PARENTS = [
  { label: "Generate", href: "/generate" },
  { label: "Examples", href: "/generate/few-shots" },
];
const PREVIEW_AFTER_MS = 350;
const MAX_PER_CATEGORY = 10;

/** Makes a set of examples, or the next version of one, with a look at what it will be. */
export function NewFewShotScreen({ fromId }: { fromId: string | null }) {
  const earlier = useFewShotSet(fromId);
  if (fromId === null || earlier.isError) return <Editor from={null} />;
  if (earlier.data !== undefined) return <Editor from={earlier.data} />;
  return (
    <Page width="wide">
      <PageHeader title="New version" parents={PARENTS} />
      <PanelSkeleton height={320} lineCount={6} />
    </Page>
  );
}

interface Draft {
  name: string;
  kind: FewShotRecipe["kind"];
  perCategory: number;
  seed: string;
  sampleIds: number[];
}

function startDraft(from: FewShotSetDetail | null): Draft {
  const recipe = from?.recipe;
  return {
    name: from?.name ?? "",
    kind: recipe?.kind ?? "accepted",
    perCategory: recipe?.kind === "accepted" ? recipe.perCategory : 2,
    seed: recipe?.kind === "accepted" ? recipe.seed : "1",
    sampleIds: from?.examples.map(({ sampleId }) => sampleId) ?? [],
  };
}

function toRecipe({ kind, perCategory, seed, sampleIds }: Draft): FewShotRecipe | null {
  const recipe =
    kind === "accepted" ? { kind, perCategory, seed: seed.trim() } : { kind, sampleIds };
  return saveFewShotSetSchema.shape.recipe.safeParse(recipe).data ?? null;
}

function Editor({ from }: { from: FewShotSetDetail | null }) {
  const router = useRouter();
  const [draft, setDraft] = useState(() => startDraft(from));
  const recipe = toRecipe(draft);
  const [settled] = useDebouncedValue(JSON.stringify(recipe), PREVIEW_AFTER_MS);
  const preview = useFewShotPreview(JSON.parse(settled));
  const save = useSaveFewShotSet();
  const change = (changes: Partial<Draft>) => {
    save.reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const isEmpty = preview.data?.exampleCount === 0;
  const canSave = recipe !== null && draft.name.trim() !== "" && !isEmpty;
  const submit = () => {
    if (!canSave) return;
    save.mutate(
      { name: draft.name.trim(), recipe },
      { onSuccess: ({ id }) => router.push(`/generate/few-shots/${id}`) },
    );
  };
  return (
    <Page width="wide">
      <PageHeader
        title={from === null ? "New set of examples" : `New version of ${from.name}`}
        parents={PARENTS}
        action={
          <Button disabled={!canSave} loading={save.isPending || save.isSuccess} onClick={submit}>
            {from === null ? "Save set" : `Save version ${from.version + 1}`}
          </Button>
        }
      >
        Choose accepted samples; the set is frozen as it is now, whatever becomes of them later.
      </PageHeader>
      {save.isError && (
        <Notice tone="rejected" title="The set was not saved">
          {describeError(save.error).detail}
        </Notice>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <RecipeForm
            draft={draft}
            isNewVersion={from !== null}
            nameProblem={findProblem(save.error, "/name")}
            onChange={change}
          />
          {draft.kind === "by_hand" && (
            <SamplePicker
              chosen={draft.sampleIds}
              onChange={(sampleIds) => change({ sampleIds })}
            />
          )}
        </div>
        <div className={classes.column} aria-busy={preview.isFetching}>
          <Preview query={preview} hasRecipe={recipe !== null} />
        </div>
      </div>
    </Page>
  );
}

function RecipeForm({
  draft,
  isNewVersion,
  nameProblem,
  onChange,
}: {
  draft: Draft;
  isNewVersion: boolean;
  nameProblem: string | null;
  onChange: (changes: Partial<Draft>) => void;
}) {
  return (
    <Panel title="Set">
      <div className={fields.fields}>
        <TextInput
          label="Name"
          description={
            isNewVersion
              ? "The same name makes the next version."
              : "A name that is here already makes its next version."
          }
          placeholder="Two of each category"
          maxLength={100}
          value={draft.name}
          error={nameProblem}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label="How the examples are chosen"
          data={[
            { value: "accepted", label: "By category" },
            { value: "by_hand", label: "By hand" },
          ]}
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind === "by_hand" ? "by_hand" : "accepted" })}
        />
        {draft.kind === "accepted" && (
          <>
            <NumberRow
              label="Of each category"
              value={draft.perCategory}
              min={1}
              max={MAX_PER_CATEGORY}
              onChange={(perCategory) => onChange({ perCategory })}
            />
            <TextInput
              label="Seed"
              description="Another seed draws other samples."
              maxLength={100}
              value={draft.seed}
              error={draft.seed.trim() === "" ? "Write a seed: any word or number." : null}
              onChange={(event) => onChange({ seed: event.currentTarget.value })}
            />
          </>
        )}
      </div>
    </Panel>
  );
}

function Preview({
  query,
  hasRecipe,
}: {
  query: ReturnType<typeof useFewShotPreview>;
  hasRecipe: boolean;
}) {
  if (!hasRecipe) {
    return <Panel title="Preview">Pick at least one sample to see the set.</Panel>;
  }
  if (query.isError) {
    return (
      <Panel title="Preview">
        <FailedList error={query.error} what="the preview" onRetry={() => void query.refetch()} />
      </Panel>
    );
  }
  if (query.data === undefined) return <PanelSkeleton height={320} lineCount={6} />;
  return (
    <>
      {query.data.warnings.length > 0 && (
        <Notice tone="warning" title="Fewer than asked for">
          {query.data.warnings.map((warning) => (
            <div key={warning}>{warning}</div>
          ))}
        </Notice>
      )}
      {query.data.exampleCount > 0 && <ExamplesView set={query.data} />}
    </>
  );
}
