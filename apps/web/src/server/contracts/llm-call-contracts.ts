import {
  LLM_CALL_OUTCOMES,
  LLM_CALL_STATES,
  llmCallDetailSchema,
  llmCallPageSchema,
} from "@foundry/core/generation/llm-call.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const access = "generation.manage";

const listCallsQuery = z.strictObject({
  itemId: z.uuid().optional(),
  state: z.enum(LLM_CALL_STATES).optional(),
  outcome: z.enum(LLM_CALL_OUTCOMES).optional(),
  model: z.string().max(200).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const llmCallContracts = {
  listLlmCalls: defineContract({
    method: "GET",
    path: "/api/llm-calls",
    summary: "The ledger of requests to language models, newest first.",
    access,
    query: listCallsQuery.extend({ runId: z.uuid().optional() }),
    answer: llmCallPageSchema,
  }),
  listCallsOfRun: defineContract({
    method: "GET",
    path: "/api/generation-runs/{id}/calls",
    summary: "The requests of one run, newest first.",
    access,
    params: uuidParams,
    query: listCallsQuery,
    answer: llmCallPageSchema,
  }),
  getLlmCall: defineContract({
    method: "GET",
    path: "/api/llm-calls/{id}",
    summary: "One request with the answer as it came.",
    access,
    params: uuidParams,
    answer: llmCallDetailSchema,
  }),
};
