"use client";

import {
  type GenerationEstimate,
  MAX_PROMPTS_OF_GENERATION,
} from "@foundry/core/generation/generation.schema";
import { COMPLEXITIES, type Complexity } from "@foundry/core/prompts/derive-complexity";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { Button, Chip, NumberInput, Switch } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatName } from "../../../components/text/format-name";
import type { GenerationDraft } from "../generation-draft";
import classes from "./prompt-fields.module.css";

type Choice = GenerationDraft["choice"];

/** Which prompts the run is for, with how many fit. */
export function PromptFields({
  draft,
  counts: byCategory,
  onChange,
}: {
  draft: GenerationDraft;
  counts: GenerationEstimate["byCategory"] | undefined;
  onChange: (changes: Partial<GenerationDraft>) => void;
}) {
  const { choice } = draft;
  const change = (changes: Partial<Choice>) => onChange({ choice: { ...choice, ...changes } });
  const counts = new Map(byCategory?.map(({ category, count }) => [category, count]));
  const found = [...counts.keys()].filter((category) => category !== null);
  const categories = [...new Set([...PROMPT_CATEGORIES, ...choice.categories, ...found])];
  return (
    <div className={classes.fields}>
      <Sources choice={choice} onChange={change} />
      <fieldset className={classes.group}>
        <legend>Category</legend>
        <Chip.Group
          multiple
          value={choice.categories}
          onChange={(chosen) => change({ categories: chosen })}
        >
          <div className={classes.chips}>
            {categories.map((category) => (
              <Chip key={category} value={category} size="xs" variant="outline">
                {nameWithCount(category, counts.get(category))}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        <p>{choice.categories.length === 0 ? "Every category." : "Only the chosen ones."}</p>
      </fieldset>
      <fieldset className={classes.group}>
        <legend>Complexity</legend>
        <Chip.Group
          multiple
          value={choice.complexities}
          onChange={(chosen) =>
            change({
              complexities: COMPLEXITIES.filter((name: Complexity) => chosen.includes(name)),
            })
          }
        >
          <div className={classes.chips}>
            {COMPLEXITIES.map((complexity) => (
              <Chip key={complexity} value={complexity} size="xs" variant="outline">
                {formatName(complexity)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </fieldset>
      <div className={classes.row}>
        <Switch
          label="Only prompts without an IR"
          checked={choice.withoutIr}
          onChange={(event) => change({ withoutIr: event.currentTarget.checked })}
        />
        <NumberInput
          label="At most"
          placeholder="All that fit"
          w={150}
          size="xs"
          min={1}
          max={MAX_PROMPTS_OF_GENERATION}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          value={choice.limit ?? ""}
          onChange={(limit) =>
            change({ limit: typeof limit === "number" && limit > 0 ? limit : null })
          }
        />
      </div>
    </div>
  );
}

function nameWithCount(category: string, count: number | undefined): string {
  return count === undefined
    ? formatName(category)
    : `${formatName(category)} ${formatCount(count)}`;
}

/** Where the prompts come from, as the address said; each can be taken away. */
function Sources({
  choice,
  onChange,
}: {
  choice: Choice;
  onChange: (changes: Partial<Choice>) => void;
}) {
  const sources: [words: string, without: Partial<Choice>][] = [];
  if (choice.promptIds !== null)
    sources.push([countOf(choice.promptIds.length, "selected prompt"), { promptIds: null }]);
  if (choice.importId !== null) sources.push(["Of one import", { importId: null }]);
  if (choice.promptRunId !== null)
    sources.push(["Of one run of the templates", { promptRunId: null }]);
  if (choice.generationRunId !== null)
    sources.push(["New prompts of one run", { generationRunId: null }]);
  if (sources.length === 0) return null;
  return (
    <div className={classes.chips}>
      {sources.map(([words, without]) => (
        <Button
          key={words}
          size="xs"
          variant="default"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={`Take away: ${words}`}
          onClick={() => onChange(without)}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}
