import {
  orderPromptsSchema,
  promptPreviewSchema,
  promptRefusalPageSchema,
  promptRunPageSchema,
  promptRunSchema,
} from "@foundry/core/prompt-runs/prompt-run.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const limit = z.coerce.number().int().min(1).max(200).default(50);

export const promptRunContracts = {
  listPromptRuns: defineContract({
    method: "GET",
    path: "/api/prompt-runs",
    summary: "Runs that wrote prompts, newest first.",
    access: "corpus.read",
    query: z.strictObject({ cursor: z.uuid().optional(), limit }),
    answer: promptRunPageSchema,
  }),
  startPromptRun: defineContract({
    method: "POST",
    path: "/api/prompt-runs",
    summary: "Order prompts from the templates. They are written in the background.",
    access: "prompts.manage",
    body: orderPromptsSchema,
    answer: promptRunSchema,
    status: 202,
  }),
  previewPromptRun: defineContract({
    method: "POST",
    path: "/api/prompt-runs/preview",
    summary: "What an order of prompts would give. Nothing is stored.",
    access: "prompts.manage",
    body: orderPromptsSchema,
    answer: promptPreviewSchema,
  }),
  getPromptRun: defineContract({
    method: "GET",
    path: "/api/prompt-runs/{id}",
    summary: "One run with its counters.",
    access: "corpus.read",
    params: uuidParams,
    answer: promptRunSchema,
  }),
  listPromptRefusals: defineContract({
    method: "GET",
    path: "/api/prompt-runs/{id}/refusals",
    summary: "Texts that were not stored because one like them was there, in the order of the run.",
    access: "corpus.read",
    params: uuidParams,
    query: z.strictObject({
      cursor: z.coerce.number().pipe(z.int32().nonnegative()).optional(),
      limit,
    }),
    answer: promptRefusalPageSchema,
  }),
  watchPromptRun: defineContract({
    method: "GET",
    path: "/api/prompt-runs/{id}/events",
    summary: "Server-sent events `prompt-run`, each with the whole run, until it has ended.",
    access: "corpus.read",
    params: uuidParams,
    answer: { contentType: "text/event-stream" },
  }),
  cancelPromptRun: defineContract({
    method: "POST",
    path: "/api/prompt-runs/{id}/cancel",
    summary: "Stop a run. What it has stored stays.",
    access: "prompts.manage",
    params: uuidParams,
    answer: promptRunSchema,
  }),
  retryPromptRun: defineContract({
    method: "POST",
    path: "/api/prompt-runs/{id}/retry",
    summary: "Take up a failed or cancelled run where it stopped.",
    access: "prompts.manage",
    params: uuidParams,
    answer: promptRunSchema,
  }),
};
