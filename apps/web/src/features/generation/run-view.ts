import { GENERATION_ITEM_STATES, ITEM_FAILURES } from "@foundry/core/generation/generation.schema";
import { LLM_CALL_OUTCOMES, LLM_CALL_STATES } from "@foundry/core/generation/llm-call.schema";
import type { ItemFilters } from "./api/use-generation-items";
import type { CallFilters } from "./api/use-llm-calls";

/** Reads the filters of the prompts of a run from an address; what it does not know is not given. */
export function readItemFilters(query: URLSearchParams): ItemFilters {
  return {
    state: find(GENERATION_ITEM_STATES, query.get("state")),
    failure: find(ITEM_FAILURES, query.get("failure")),
  };
}

/** Reads the filters of the ledger from an address. */
export function readCallFilters(query: URLSearchParams): Omit<CallFilters, "runId" | "itemId"> {
  return {
    state: find(LLM_CALL_STATES, query.get("call-state")),
    outcome: find(LLM_CALL_OUTCOMES, query.get("outcome")),
    model: query.get("model")?.slice(0, 200) || null,
  };
}

function find<Value extends string>(known: readonly Value[], given: string | null): Value | null {
  return known.find((value) => value === given) ?? null;
}
