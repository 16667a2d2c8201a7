import {
  type LLM_CALL_OUTCOMES,
  type LLM_CALL_STATES,
  llmCallPageSchema,
} from "@foundry/core/generation/llm-call.schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

export interface CallFilters {
  runId: string | null;
  itemId: string | null;
  state: (typeof LLM_CALL_STATES)[number] | null;
  outcome: (typeof LLM_CALL_OUTCOMES)[number] | null;
  model: string | null;
}

export const NO_CALL_FILTERS: CallFilters = {
  runId: null,
  itemId: null,
  state: null,
  outcome: null,
  model: null,
};

/** Calls of the ledger, newest first, page by page. */
export function useLlmCalls(filters: CallFilters) {
  return useInfiniteQuery({
    queryKey: generationKeys.calls(filters),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(filters)) {
        if (value !== null) query.set(name, value);
      }
      if (pageParam !== null) query.set("cursor", pageParam);
      return api.get(`/api/llm-calls?${query}`, llmCallPageSchema, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
