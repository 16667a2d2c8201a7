"use client";

import { EVALUATION_METRICS } from "@foundry/core/evaluation/metrics";
import { SegmentedControl, Select } from "@mantine/core";
import { ITEM_SELECTIONS, type ItemFilters, type ItemSelection } from "../item-filters";
import classes from "./evaluation-items.module.css";

const CHOICES: Record<ItemSelection, string> = {
  all: "All items",
  "base-wrong": "Base wrong",
  "adapter-wrong": "Adapter wrong",
  won: "Wins",
  lost: "Losses",
};

/** Which items are shown; wins and losses are of the adapter against the base model. */
export function ItemsFilters({
  filters,
  onChange,
}: {
  filters: ItemFilters;
  onChange: (filters: ItemFilters) => void;
}) {
  const { metric, selection } = filters;
  return (
    <div className={classes.filters} role="search" aria-label="Filter the items">
      <Select
        aria-label="Metric"
        placeholder="Choose a metric to filter"
        w={230}
        clearable
        data={EVALUATION_METRICS.map(({ id, title }) => ({ value: id, label: title }))}
        value={metric}
        onChange={(value) => {
          const chosen = EVALUATION_METRICS.find(({ id }) => id === value)?.id ?? null;
          onChange({ metric: chosen, selection: chosen === null ? "all" : selection });
        }}
      />
      <SegmentedControl
        aria-label="Items"
        data={ITEM_SELECTIONS.map((value) => ({
          value,
          label: CHOICES[value],
          disabled: metric === null && value !== "all",
        }))}
        value={selection}
        onChange={(value) =>
          onChange({ metric, selection: ITEM_SELECTIONS.find((known) => known === value) ?? "all" })
        }
      />
    </div>
  );
}
