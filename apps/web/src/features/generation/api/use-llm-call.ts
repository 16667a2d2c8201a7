import { llmCallDetailSchema } from "@foundry/core/generation/llm-call.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { generationKeys } from "./generation-keys";

/** One call with its whole reply. */
export function useLlmCall(callId: string) {
  return useQuery({
    queryKey: generationKeys.call(callId),
    queryFn: ({ signal }) => api.get(`/api/llm-calls/${callId}`, llmCallDetailSchema, { signal }),
  });
}
