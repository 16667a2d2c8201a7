import { sampleCandidatesSchema } from "@foundry/core/generation/candidate.schema";
import {
  GENERATION_ITEM_STATES,
  generationEstimateSchema,
  generationItemPageSchema,
  generationRunPageSchema,
  generationRunSchema,
  ITEM_FAILURES,
  orderGenerationSchema,
} from "@foundry/core/generation/generation.schema";
import {
  resumeGenerationSchema,
  retryItemsSchema,
} from "@foundry/core/generation/runs/change-run.schema";
import { itemFailureCountSchema } from "@foundry/core/generation/runs/item-failure-count.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { sampleParams, uuidParams } from "./path-params";

const access = "generation.manage";
const limit = z.coerce.number().int().min(1).max(200).default(50);

export const generationRunContracts = {
  listGenerationRuns: defineContract({
    method: "GET",
    path: "/api/generation-runs",
    summary: "Runs that had IRs or variations written, newest first.",
    access,
    query: z.strictObject({ cursor: z.uuid().optional(), limit }),
    answer: generationRunPageSchema,
  }),
  startGenerationRun: defineContract({
    method: "POST",
    path: "/api/generation-runs",
    summary: "Order IRs or variations for prompts. They are written in the background.",
    access,
    body: orderGenerationSchema,
    answer: generationRunSchema,
    status: 202,
  }),
  estimateGeneration: defineContract({
    method: "POST",
    path: "/api/generation-estimates",
    summary: "What an order would do and cost, and what is in its way. Nothing is stored.",
    access,
    body: orderGenerationSchema,
    answer: generationEstimateSchema,
  }),
  getGenerationRun: defineContract({
    method: "GET",
    path: "/api/generation-runs/{id}",
    summary: "One run with its counters and its money.",
    access,
    params: uuidParams,
    answer: generationRunSchema,
  }),
  watchGenerationRun: defineContract({
    method: "GET",
    path: "/api/generation-runs/{id}/events",
    summary: "Server-sent events `generation-run`, each with the whole run, until it has ended.",
    access,
    params: uuidParams,
    answer: { contentType: "text/event-stream" },
  }),
  pauseGenerationRun: defineContract({
    method: "POST",
    path: "/api/generation-runs/{id}/pause",
    summary: "Stop a run for now. Requests that were sent are let finish.",
    access,
    params: uuidParams,
    answer: generationRunSchema,
  }),
  resumeGenerationRun: defineContract({
    method: "POST",
    path: "/api/generation-runs/{id}/resume",
    summary: "Go on with a paused run, with another budget where one is given.",
    access,
    params: uuidParams,
    body: resumeGenerationSchema,
    answer: generationRunSchema,
  }),
  cancelGenerationRun: defineContract({
    method: "POST",
    path: "/api/generation-runs/{id}/cancel",
    summary: "End a run. What it has made stays, and requests that were sent are paid for.",
    access,
    params: uuidParams,
    answer: generationRunSchema,
  }),
  retryGenerationItems: defineContract({
    method: "POST",
    path: "/api/generation-runs/{id}/retry",
    summary: "Try failed prompts of a run again: all, named ones, or those of one cause.",
    access,
    params: uuidParams,
    body: retryItemsSchema,
    answer: generationRunSchema,
  }),
  listGenerationItems: defineContract({
    method: "GET",
    path: "/api/generation-runs/{id}/items",
    summary: "The prompts of a run with what became of them, in the order of the run.",
    access,
    params: uuidParams,
    query: z.strictObject({
      state: z.enum(GENERATION_ITEM_STATES).optional(),
      failure: z.enum(ITEM_FAILURES).optional(),
      cursor: z.coerce.number().pipe(z.int32().nonnegative()).optional(),
      limit,
    }),
    answer: generationItemPageSchema,
  }),
  countItemFailures: defineContract({
    method: "GET",
    path: "/api/generation-runs/{id}/failures",
    summary: "The failed prompts of a run by their cause, the most frequent first.",
    access,
    params: uuidParams,
    answer: z.array(itemFailureCountSchema),
  }),
  getItemCandidates: defineContract({
    method: "GET",
    path: "/api/generation-runs/{id}/items/{itemId}/candidates",
    summary: "All replies for one prompt of a run, also where none was good enough.",
    access,
    params: uuidParams.extend({ itemId: z.uuid() }),
    answer: sampleCandidatesSchema,
  }),
  getSampleCandidates: defineContract({
    method: "GET",
    path: "/api/samples/{id}/candidates",
    summary: "The replies among which a sample's IR was chosen. Only admins learn the costs.",
    access: "corpus.read",
    params: sampleParams,
    answer: sampleCandidatesSchema,
  }),
};
