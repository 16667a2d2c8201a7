"use client";

import {
  GENERATION_ITEM_STATES,
  type GenerationRun,
  ITEM_FAILURES,
} from "@foundry/core/generation/generation.schema";
import { Button, Select } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { countOf } from "../../../components/format/format-count";
import { notifyRefusal } from "../../../components/notify-refusal";
import { formatName } from "../../../components/text/format-name";
import type { ItemFilters } from "../api/use-generation-items";
import { useRetryItems } from "../api/use-retry-items";
import { describeItemFailure } from "../describe-item-failure";
import classes from "./filters.module.css";

const STATES = GENERATION_ITEM_STATES.map((state) => ({
  value: state,
  label: state === "running" ? "Under way" : formatName(state),
}));
const FAILURES = ITEM_FAILURES.map((failure) => ({
  value: failure,
  label: describeItemFailure(failure).title,
}));

/** Which prompts of the run are listed, and what can be done with those that are selected. */
export function ItemsFilters({
  run,
  filters,
  selected,
  onChange,
  onRetried,
}: {
  run: GenerationRun;
  filters: ItemFilters;
  selected: ReadonlySet<string>;
  onChange: (changes: Record<string, string | null>) => void;
  onRetried: () => void;
}) {
  const retry = useRetryItems(run.id);
  return (
    <div className={classes.filters} role="search" aria-label="Filter the prompts">
      <Select
        aria-label="State"
        placeholder="Every state"
        w={170}
        clearable
        data={STATES}
        value={filters.state}
        onChange={(state) =>
          onChange({ state, failure: state === "failed" ? filters.failure : null })
        }
      />
      <Select
        aria-label="Cause"
        placeholder="Every cause of failure"
        w={280}
        clearable
        data={FAILURES}
        value={filters.failure}
        onChange={(failure) => onChange({ failure, state: failure === null ? null : "failed" })}
      />
      {selected.size > 0 && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={14} />}
          loading={retry.isPending}
          onClick={() =>
            retry.mutate(
              { itemIds: [...selected], failure: null },
              {
                onSuccess: onRetried,
                onError: (error) => notifyRefusal("Nothing was retried", error),
              },
            )
          }
        >
          {`Retry ${countOf(selected.size, "prompt")}`}
        </Button>
      )}
    </div>
  );
}
