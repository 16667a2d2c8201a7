import {
  changedPromptsSchema,
  duplicatePromptsSchema,
  listPromptsQuerySchema,
  promptDetailSchema,
  promptIdsSchema,
  promptPageSchema,
} from "@foundry/core/prompt-list/prompt.schema";
import { defineContract } from "../define-contract";
import { promptParams } from "./path-params";

export const promptContracts = {
  listPrompts: defineContract({
    method: "GET",
    path: "/api/prompts",
    summary: "Prompts, newest first.",
    access: "corpus.read",
    query: listPromptsQuerySchema,
    answer: promptPageSchema,
  }),
  getPrompt: defineContract({
    method: "GET",
    path: "/api/prompts/{id}",
    summary: "One prompt with its samples, its family and what is most like it.",
    access: "corpus.read",
    params: promptParams,
    answer: promptDetailSchema,
  }),
  listDuplicatePrompts: defineContract({
    method: "GET",
    path: "/api/prompts/duplicates",
    summary: "Pairs of prompts that say nearly the same, nearest first.",
    access: "corpus.read",
    answer: duplicatePromptsSchema,
  }),
  archivePrompts: defineContract({
    method: "POST",
    path: "/api/prompts/archive",
    summary: "Take prompts out of the lists. Those with an IR or a benchmark case stay.",
    access: "prompts.manage",
    body: promptIdsSchema,
    answer: changedPromptsSchema,
  }),
  restorePrompts: defineContract({
    method: "POST",
    path: "/api/prompts/restore",
    summary: "Bring archived prompts back.",
    access: "prompts.manage",
    body: promptIdsSchema,
    answer: changedPromptsSchema,
  }),
};
