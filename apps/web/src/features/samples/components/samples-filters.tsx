"use client";

import { Button, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { RefObject } from "react";
import { useSettledWords } from "../../../components/list/use-settled-words";
import { WordsFilter } from "../../../components/list/words-filter";
import { useCategories } from "../../../components/categories/use-categories";
import {
  hasFilters,
  NO_FILTERS,
  type SampleFilters,
  STATE_FILTERS,
} from "../filters/sample-filters";
import { listChoices } from "../../../components/categories/list-choices";
import classes from "./samples-filters.module.css";

const STATE_LABELS: Record<(typeof STATE_FILTERS)[number], string> = {
  pending: "Pending",
  leased: "In review now",
  accepted: "Accepted",
  corrected: "Corrected",
  rejected: "Rejected",
};

/** A check as the filter names it. */
export interface CheckChoice {
  value: string;
  label: string;
}

export function SamplesFilters({
  checks,
  filters,
  search,
  onChange,
}: {
  checks: readonly CheckChoice[];
  filters: SampleFilters;
  search: RefObject<HTMLInputElement | null>;
  onChange: (changes: Partial<SampleFilters>) => void;
}) {
  const { data: counts = [] } = useCategories();
  const [words, setWords] = useSettledWords(filters.search ?? "", (text) =>
    onChange({ search: text || null }),
  );
  return (
    <div className={classes.filters} role="search" aria-label="Filter the samples">
      <WordsFilter
        field={search}
        className={classes.search ?? ""}
        words={words}
        onWords={setWords}
      />
      <Select
        aria-label="State"
        placeholder="Every state"
        w={140}
        clearable
        data={STATE_FILTERS.map((state) => ({ value: state, label: STATE_LABELS[state] }))}
        value={filters.state}
        onChange={(state) =>
          onChange({ state: STATE_FILTERS.find((known) => known === state) ?? null })
        }
      />
      <Select
        aria-label="Category"
        placeholder="Every category"
        w={180}
        clearable
        data={withCurrent(listChoices(counts, "category"), filters.category)}
        value={filters.category}
        onChange={(category) => onChange({ category })}
      />
      <Select
        aria-label="Complexity"
        placeholder="Every complexity"
        w={160}
        clearable
        data={withCurrent(listChoices(counts, "complexity"), filters.complexity)}
        value={filters.complexity}
        onChange={(complexity) => onChange({ complexity })}
      />
      <Select
        aria-label="Finding"
        placeholder="With or without findings"
        w={220}
        clearable
        searchable
        nothingFoundMessage="No such check"
        data={withCurrent([...checks], filters.check)}
        value={filters.check}
        onChange={(check) => onChange({ check })}
      />
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

/** An address may name a value that no sample has any more. */
function withCurrent(choices: { value: string; label: string }[], current: string | null) {
  if (current === null || choices.some(({ value }) => value === current)) return choices;
  return [...choices, { value: current, label: current }];
}
