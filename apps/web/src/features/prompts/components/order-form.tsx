"use client";

import { MAX_PROMPTS_OF_RUN, sumQuotas } from "@foundry/core/prompt-runs/prompt-run.schema";
import { COMPLEXITIES } from "@foundry/core/prompts/derive-complexity";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { ActionIcon, Checkbox, Switch, TextInput, Tooltip } from "@mantine/core";
import { IconDice5 } from "@tabler/icons-react";
import { formatName } from "../../../components/text/format-name";
import { type OrderDraft, type OrderProblems, spreadEvenly } from "../order-draft";
import { NumberRow } from "../../../components/number-row";
import classes from "./order-form.module.css";

const MAX_SHARE = 1_000;

export function OrderForm({
  draft,
  problems,
  onChange,
}: {
  draft: OrderDraft;
  problems: OrderProblems;
  onChange: (changes: Partial<OrderDraft>) => void;
}) {
  return (
    <div className={classes.form}>
      <fieldset className={classes.group}>
        <legend>How many</legend>
        <NumberRow
          label="In total"
          value={sumQuotas(draft.quotas)}
          max={MAX_PROMPTS_OF_RUN}
          onChange={(count) => onChange({ quotas: spreadEvenly(count) })}
        />
        <div className={classes.parts}>
          {PROMPT_CATEGORIES.map((category) => (
            <NumberRow
              key={category}
              label={formatName(category)}
              value={draft.quotas[category]}
              max={MAX_PROMPTS_OF_RUN}
              onChange={(count) => onChange({ quotas: { ...draft.quotas, [category]: count } })}
            />
          ))}
        </div>
        <Problem>{problems.quotas}</Problem>
      </fieldset>
      <TextInput
        label="Seed"
        description="The same seed and numbers always write the same prompts."
        value={draft.seed}
        error={problems.seed}
        onChange={(event) => onChange({ seed: event.currentTarget.value })}
        rightSection={
          <Tooltip label="Another seed">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Draw another seed"
              onClick={() => onChange({ seed: drawSeed() })}
            >
              <IconDice5 size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        }
      />
      <fieldset className={classes.group}>
        <legend>Complexity</legend>
        <Switch
          label="Choose the mix"
          description="Otherwise it comes as the templates give it."
          checked={draft.hasMix}
          onChange={(event) => onChange({ hasMix: event.currentTarget.checked })}
        />
        {draft.hasMix && (
          <div className={classes.parts}>
            {COMPLEXITIES.map((complexity) => (
              <NumberRow
                key={complexity}
                label={`${formatName(complexity)}, parts`}
                value={draft.mix[complexity]}
                max={MAX_SHARE}
                onChange={(share) => onChange({ mix: { ...draft.mix, [complexity]: share } })}
              />
            ))}
          </div>
        )}
        <Problem>{problems.mix}</Problem>
      </fieldset>
      <Checkbox
        label="With blueprints"
        description="Also stores the IR, the code and the inputs that belong to each prompt. The IRs wait for review."
        checked={draft.withBlueprints}
        onChange={(event) => onChange({ withBlueprints: event.currentTarget.checked })}
      />
    </div>
  );
}

function Problem({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <p className={classes.problem} role="alert">
      {children}
    </p>
  );
}

function drawSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 1_000_000);
}
