"use client";

import { Select } from "@mantine/core";
import Link from "next/link";
import { formatCount } from "../../../components/format/format-count";
import { formatFineMoney } from "../../../components/format/format-money";
import { NumberRow } from "../../../components/number-row";
import { useFewShotSet } from "../api/use-few-shot-set";
import { useFewShotSets } from "../api/use-few-shot-sets";
import classes from "./form-fields.module.css";
import type { FormPartProps } from "./new-run-form";

const MAX_CANDIDATES = 8;
const MAX_REPAIRS = 3;
const MAX_VARIATIONS = 20;

/** How often the model writes, whether it may repair, and what it is shown before. */
export function WritingFields({ draft, order, onChange }: FormPartProps) {
  if (order.purpose === "variations") {
    return (
      <div className={classes.fields}>
        <NumberRow
          label="Variations of each prompt"
          hint="Other values, conditions and edge cases in the same category. What is nearly the same as a prompt that is here is left out."
          value={order.variationsPerPrompt ?? 1}
          min={1}
          max={MAX_VARIATIONS}
          onChange={(variationsPerPrompt) => onChange({ variationsPerPrompt })}
        />
      </div>
    );
  }
  return (
    <div className={classes.fields}>
      <NumberRow
        label="Candidates for each prompt"
        hint="The checks score them and the best one becomes the sample; the others are kept to compare."
        value={draft.candidatesPerPrompt}
        min={1}
        max={MAX_CANDIDATES}
        onChange={(candidatesPerPrompt) => onChange({ candidatesPerPrompt })}
      />
      <NumberRow
        label="Repair turns"
        hint="When the checks find errors, the model is shown them and writes again."
        value={draft.repairTurns}
        max={MAX_REPAIRS}
        onChange={(repairTurns) => onChange({ repairTurns })}
      />
      <ExamplesField setId={draft.fewShotSetId} model={order.model} onChange={onChange} />
    </div>
  );
}

function ExamplesField({
  setId,
  model,
  onChange,
}: {
  setId: string | null;
  model: string | null;
  onChange: FormPartProps["onChange"];
}) {
  const sets = useFewShotSets();
  const chosen = useFewShotSet(setId);
  const cost = chosen.data?.costs.find((known) => known.model === model);
  const tokens =
    chosen.data === undefined
      ? null
      : `${chosen.data.isTokensCounted ? "" : "about "}${formatCount(chosen.data.tokens)} tokens before each prompt`;
  const money =
    cost === undefined
      ? ""
      : `: ${formatFineMoney(cost.firstUsd)} for the first request, then ${formatFineMoney(cost.cachedUsd)} from the cache`;
  return (
    <div>
      <Select
        label="Examples"
        description="Accepted samples that the model sees first"
        clearable
        placeholder={sets.data?.length === 0 ? "No set yet" : "None"}
        data={(sets.data ?? []).map((set) => ({
          value: set.id,
          label: `${set.name}, version ${set.version}: ${set.exampleCount} examples, ${formatCount(set.tokens)} tokens`,
        }))}
        value={setId}
        onChange={(fewShotSetId) => onChange({ fewShotSetId })}
      />
      <div className={classes.group}>
        <p>
          {setId !== null && tokens !== null ? (
            `${tokens}${money}.`
          ) : (
            <Link href="/generate/few-shots/new">Make a set from accepted samples</Link>
          )}
        </p>
      </div>
    </div>
  );
}
