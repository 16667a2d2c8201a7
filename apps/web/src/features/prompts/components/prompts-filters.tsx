"use client";

import { COMPLEXITIES } from "@foundry/core/prompts/derive-complexity";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { Button, Select, Switch } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { RefObject } from "react";
import { formatName } from "../../../components/text/format-name";
import { hasFilters, NO_FILTERS, type PromptFilters } from "../filters/prompt-filters";
import { useSettledWords } from "../../../components/list/use-settled-words";
import { WordsFilter } from "../../../components/list/words-filter";
import classes from "./prompts-filters.module.css";

const CHIPS = { runId: "Of one run", templateId: "Of one template", family: "Of one family" };

export function PromptsFilters({
  filters,
  search,
  onChange,
}: {
  filters: PromptFilters;
  search: RefObject<HTMLInputElement | null>;
  onChange: (changes: Partial<PromptFilters>) => void;
}) {
  const [words, setWords] = useSettledWords(filters.search ?? "", (text) =>
    onChange({ search: text || null }),
  );
  return (
    <div className={classes.filters} role="search" aria-label="Filter the prompts">
      <WordsFilter
        field={search}
        className={classes.search ?? ""}
        words={words}
        onWords={setWords}
      />
      <Select
        aria-label="Category"
        placeholder="Every category"
        w={180}
        clearable
        data={listChoices(PROMPT_CATEGORIES, filters.category)}
        value={filters.category}
        onChange={(category) => onChange({ category })}
      />
      <Select
        aria-label="Complexity"
        placeholder="Every complexity"
        w={160}
        clearable
        data={listChoices(COMPLEXITIES, filters.complexity)}
        value={filters.complexity}
        onChange={(complexity) => onChange({ complexity })}
      />
      <Select
        aria-label="IR"
        placeholder="With or without IR"
        w={170}
        clearable
        data={[
          { value: "yes", label: "With an IR" },
          { value: "no", label: "Without an IR" },
        ]}
        value={filters.hasIr}
        onChange={(hasIr) => onChange({ hasIr: hasIr === "yes" || hasIr === "no" ? hasIr : null })}
      />
      <Switch
        className={classes.archived ?? ""}
        label="Archived"
        checked={filters.archived === "yes"}
        onChange={(event) => onChange({ archived: event.currentTarget.checked ? "yes" : null })}
      />
      {(["runId", "templateId", "family"] as const).map(
        (name) =>
          filters[name] !== null && (
            <Button
              key={name}
              variant="default"
              rightSection={<IconX size={14} aria-hidden />}
              aria-label={`Take away the filter: ${CHIPS[name].toLowerCase()}`}
              title={filters[name]}
              onClick={() => onChange({ [name]: null })}
            >
              {CHIPS[name]}
            </Button>
          ),
      )}
      {hasFilters(filters) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => {
            setWords("");
            onChange(NO_FILTERS);
          }}
        >
          Clear
        </Button>
      )}
    </div>
  );
}

/** An address may name a value that no template has; imported prompts have names of their own. */
function listChoices(known: readonly string[], current: string | null) {
  const values = current === null || known.includes(current) ? known : [...known, current];
  return values.map((value) => ({ value, label: formatName(value) }));
}
