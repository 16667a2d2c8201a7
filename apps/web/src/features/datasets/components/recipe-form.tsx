"use client";

import { ERROR_TYPE_IDS } from "@foundry/core/checks/error-types";
import { MultiSelect, Switch, TextInput } from "@mantine/core";
import { nameErrorType } from "../../../components/findings/name-error-type";
import { NumberRow } from "../../../components/number-row";
import { useProviders } from "../../../components/providers/use-providers";
import { listChoices } from "../../../components/categories/list-choices";
import { useCategories } from "../../../components/categories/use-categories";
import { type RecipeDraft, type RecipeProblems, testShare } from "../recipe-draft";
import classes from "./recipe-form.module.css";

const MAX_ITEMS = 1_000_000;
const MAX_NEGATIVES = 20;
const ORIGINS: { value: RecipeDraft["origins"][number]; label: string }[] = [
  { value: "imported", label: "Imported" },
  { value: "blueprint", label: "From templates" },
  { value: "generated", label: "Written by a model" },
];

export function RecipeForm({
  draft,
  problems,
  onChange,
}: {
  draft: RecipeDraft;
  problems: RecipeProblems;
  onChange: (changes: Partial<RecipeDraft>) => void;
}) {
  return (
    <div className={classes.form}>
      <TextInput
        label="Name"
        value={draft.title}
        error={problems.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Samples draft={draft} onChange={onChange} />
      <Splits draft={draft} problem={problems.shares} onChange={onChange} />
      <TextInput
        label="Seed"
        description="The same samples with the same seed are always split the same way."
        value={draft.seed}
        error={problems.seed}
        onChange={(event) => onChange({ seed: event.currentTarget.value })}
      />
      <WrongIrs draft={draft} onChange={onChange} />
    </div>
  );
}

interface PartProps {
  draft: RecipeDraft;
  onChange: (changes: Partial<RecipeDraft>) => void;
}

function Samples({ draft, onChange }: PartProps) {
  const { data: counts = [] } = useCategories();
  const providers = useProviders();
  const known = [
    "anthropic",
    ...(providers.data?.endpoints.map((endpoint) => endpoint.name) ?? []),
    ...draft.excludedProviders,
  ];
  return (
    <fieldset className={classes.group}>
      <legend>Samples</legend>
      <MultiSelect
        label="Categories"
        placeholder={draft.categories.length === 0 ? "Every category" : ""}
        data={listChoices(counts, "category")}
        value={draft.categories}
        onChange={(chosen) => onChange({ categories: chosen })}
        clearable
      />
      <MultiSelect
        label="Origin"
        placeholder={draft.origins.length === 0 ? "Every origin" : ""}
        data={ORIGINS}
        value={draft.origins}
        onChange={(chosen) =>
          onChange({
            origins: ORIGINS.flatMap(({ value }) => (chosen.includes(value) ? [value] : [])),
          })
        }
        clearable
      />
      <MultiSelect
        label="Leave out what these wrote"
        description="For a provider whose terms do not allow training on its outputs."
        placeholder={draft.excludedProviders.length === 0 ? "Nobody" : ""}
        data={[...new Set(known)]}
        value={draft.excludedProviders}
        onChange={(chosen) => onChange({ excludedProviders: chosen })}
        clearable
      />
      <Switch
        label="With corrected samples"
        description="In the version that the reviewer saved."
        checked={draft.withCorrected}
        onChange={(event) => onChange({ withCorrected: event.currentTarget.checked })}
      />
      <Switch
        label="Take only some"
        description="Drawn by the seed; a larger number keeps what a smaller one took."
        checked={draft.hasLimit}
        onChange={(event) => onChange({ hasLimit: event.currentTarget.checked })}
      />
      {draft.hasLimit && (
        <NumberRow
          label="At most"
          value={draft.limit}
          min={1}
          max={MAX_ITEMS}
          onChange={(limit) => onChange({ limit })}
        />
      )}
    </fieldset>
  );
}

function Splits({ draft, problem, onChange }: PartProps & { problem: string | null }) {
  return (
    <fieldset className={classes.group}>
      <legend>Split, in percent</legend>
      <NumberRow
        label="Training"
        value={draft.trainShare}
        max={100}
        onChange={(trainShare) => onChange({ trainShare })}
      />
      <NumberRow
        label="Validation"
        value={draft.validationShare}
        max={100}
        onChange={(validationShare) => onChange({ validationShare })}
      />
      <p className={classes.rest}>
        <span>Test</span>
        <strong>{Math.max(testShare(draft), 0)}</strong>
      </p>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function WrongIrs({ draft, onChange }: PartProps) {
  return (
    <fieldset className={classes.group}>
      <legend>Wrong IRs beside the right ones</legend>
      <p className={classes.hint}>
        For preference training only; what a model is taught to write never holds one.
      </p>
      <MultiSelect
        label="Made with these errors"
        placeholder={draft.errorTypes.length === 0 ? "None" : ""}
        data={ERROR_TYPE_IDS.map((id) => ({ value: id, label: nameErrorType(id) }))}
        value={draft.errorTypes}
        onChange={(chosen) =>
          onChange({ errorTypes: ERROR_TYPE_IDS.filter((id) => chosen.includes(id)) })
        }
        clearable
        searchable
      />
      {draft.errorTypes.length > 0 && (
        <NumberRow
          label="For each sample"
          value={draft.negativesPerSample}
          min={1}
          max={MAX_NEGATIVES}
          onChange={(negativesPerSample) => onChange({ negativesPerSample })}
        />
      )}
      <Switch
        label="What reviewers corrected"
        description="The text before the correction is the wrong one."
        checked={draft.withCorrections}
        onChange={(event) => onChange({ withCorrections: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
