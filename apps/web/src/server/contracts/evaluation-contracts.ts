import {
  evaluationItemPageSchema,
  evaluationItemSchema,
  evaluationPageSchema,
  evaluationSchema,
  listEvaluationItemsQuerySchema,
  startEvaluationSchema,
} from "@foundry/core/evaluations/evaluation.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const limit = z.coerce.number().int().min(1).max(200).default(50);

const position = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export const evaluationContracts = {
  listEvaluations: defineContract({
    method: "GET",
    path: "/api/evaluations",
    summary: "Evaluations, newest first.",
    access: "training.manage",
    query: z.strictObject({ cursor: z.uuid().optional(), limit }),
    answer: evaluationPageSchema,
  }),
  startEvaluation: defineContract({
    method: "POST",
    path: "/api/evaluations",
    summary:
      "Order one look at the test split: base model and adapter answer it, then it is scored.",
    access: "training.manage",
    body: startEvaluationSchema,
    answer: evaluationSchema,
    status: 202,
  }),
  getEvaluation: defineContract({
    method: "GET",
    path: "/api/evaluations/{id}",
    summary: "One evaluation with its figures and what they mean.",
    access: "training.manage",
    params: uuidParams,
    answer: evaluationSchema,
  }),
  watchEvaluation: defineContract({
    method: "GET",
    path: "/api/evaluations/{id}/events",
    summary: "Server-sent events `evaluation`, each with the whole evaluation, until it is scored.",
    access: "training.manage",
    params: uuidParams,
    answer: { contentType: "text/event-stream" },
  }),
  stopEvaluation: defineContract({
    method: "POST",
    path: "/api/evaluations/{id}/stop",
    summary: "Stop an evaluation. It still counts as a look.",
    access: "training.manage",
    params: uuidParams,
    answer: evaluationSchema,
  }),
  listEvaluationItems: defineContract({
    method: "GET",
    path: "/api/evaluations/{id}/items",
    summary: "The scored items; with a metric those that a model gets wrong, or that flipped.",
    access: "training.manage",
    params: uuidParams,
    query: listEvaluationItemsQuerySchema,
    answer: evaluationItemPageSchema,
  }),
  getEvaluationItem: defineContract({
    method: "GET",
    path: "/api/evaluations/{id}/items/{position}",
    summary: "One item: what was asked, expected and answered, with findings and differences.",
    access: "training.manage",
    params: uuidParams.extend({ position }),
    answer: evaluationItemSchema,
  }),
};
