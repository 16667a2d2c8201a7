"use client";

import { LLM_CALL_OUTCOMES, LLM_CALL_STATES } from "@foundry/core/generation/llm-call.schema";
import { Button, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useProviders } from "../../../components/providers/use-providers";
import type { CallFilters } from "../api/use-llm-calls";
import { OUTCOME_WORDS, STATE_WORDS } from "../describe-call";
import classes from "./filters.module.css";

const STATES = LLM_CALL_STATES.map((value) => ({ value, label: STATE_WORDS[value] }));
const OUTCOMES = LLM_CALL_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

/** Which calls of the ledger are listed. */
export function CallsFilters({
  filters,
  onChange,
}: {
  filters: Omit<CallFilters, "runId" | "itemId">;
  onChange: (changes: Record<string, string | null>) => void;
}) {
  const providers = useProviders();
  const models = new Set([
    ...(providers.data?.models.map(({ id }) => id) ?? []),
    ...(providers.data?.endpoints.map(({ model }) => model) ?? []),
    ...(filters.model === null ? [] : [filters.model]),
  ]);
  const isFiltered = Object.values(filters).some((value) => value !== null);
  return (
    <div className={classes.filters} role="search" aria-label="Filter the calls">
      <Select
        aria-label="Outcome"
        placeholder="Every outcome"
        w={190}
        clearable
        data={OUTCOMES}
        value={filters.outcome}
        onChange={(outcome) => onChange({ outcome })}
      />
      <Select
        aria-label="State"
        placeholder="Every state"
        w={190}
        clearable
        data={STATES}
        value={filters.state}
        onChange={(state) => onChange({ "call-state": state })}
      />
      <Select
        aria-label="Model"
        placeholder="Every model"
        w={220}
        clearable
        data={[...models]}
        value={filters.model}
        onChange={(model) => onChange({ model })}
      />
      {isFiltered && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange({ outcome: null, "call-state": null, model: null })}
        >
          Clear
        </Button>
      )}
    </div>
  );
}
