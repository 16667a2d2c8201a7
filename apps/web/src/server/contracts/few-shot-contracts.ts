import {
  fewShotPreviewSchema,
  fewShotRecipeSchema,
  fewShotSetDetailSchema,
  fewShotSetSchema,
  saveFewShotSetSchema,
} from "@foundry/core/generation/few-shot.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const access = "generation.manage";

export const fewShotContracts = {
  listFewShotSets: defineContract({
    method: "GET",
    path: "/api/few-shot-sets",
    summary: "Sets of examples, by name, the newest version first.",
    access,
    answer: z.array(fewShotSetSchema),
  }),
  saveFewShotSet: defineContract({
    method: "POST",
    path: "/api/few-shot-sets",
    summary: "Store what a recipe gives now as the next version of a set.",
    access,
    body: saveFewShotSetSchema,
    answer: fewShotSetDetailSchema,
    status: 201,
  }),
  previewFewShotSet: defineContract({
    method: "POST",
    path: "/api/few-shot-sets/preview",
    summary: "What a recipe would give, with its tokens and their cost. Nothing is stored.",
    access,
    body: fewShotRecipeSchema,
    answer: fewShotPreviewSchema,
  }),
  getFewShotSet: defineContract({
    method: "GET",
    path: "/api/few-shot-sets/{id}",
    summary: "One version of a set with its examples.",
    access,
    params: uuidParams,
    answer: fewShotSetDetailSchema,
  }),
  archiveFewShotSet: defineContract({
    method: "DELETE",
    path: "/api/few-shot-sets/{id}",
    summary: "Take one version of a set out of the list. Runs that used it still show it.",
    access,
    params: uuidParams,
    answer: null,
  }),
};
