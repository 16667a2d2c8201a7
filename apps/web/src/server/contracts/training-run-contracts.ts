import {
  planTrainingRunSchema,
  startTrainingRunSchema,
  trainingEstimateSchema,
  trainingLogSchema,
  trainingMetricsSchema,
  trainingRunPageSchema,
  trainingRunSchema,
} from "@foundry/core/training/training-run.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const limit = z.coerce.number().int().min(1).max(200).default(50);

/** Place of an event: attempt and number, as the ids of the event stream. */
export const eventPlaceSchema = z
  .string()
  .regex(/^\d{1,9}\.\d{1,9}$/)
  .transform((text) => {
    const [attempt = 0, seq = 0] = text.split(".").map(Number);
    return { attempt, seq };
  });

export const trainingRunContracts = {
  listTrainingRuns: defineContract({
    method: "GET",
    path: "/api/training-runs",
    summary: "Trainings, newest first.",
    access: "training.manage",
    query: z.strictObject({ cursor: z.uuid().optional(), limit }),
    answer: trainingRunPageSchema,
  }),
  startTrainingRun: defineContract({
    method: "POST",
    path: "/api/training-runs",
    summary: "Order a training. An unfinished one with the same dataset and config is the answer.",
    access: "training.manage",
    body: startTrainingRunSchema,
    answer: trainingRunSchema,
    status: 202,
  }),
  estimateTrainingRun: defineContract({
    method: "POST",
    path: "/api/training-runs/estimate",
    summary: "Steps, memory and time of a training, and what stands in its way.",
    access: "training.manage",
    body: planTrainingRunSchema,
    answer: trainingEstimateSchema,
  }),
  getTrainingRun: defineContract({
    method: "GET",
    path: "/api/training-runs/{id}",
    summary: "One training with its state, its config and what it made.",
    access: "training.manage",
    params: uuidParams,
    answer: trainingRunSchema,
  }),
  watchTrainingRun: defineContract({
    method: "GET",
    path: "/api/training-runs/{id}/events",
    summary:
      "Server-sent events: `training-run` with the whole run, `runner-event` with what its runner told. Goes on behind `Last-Event-ID` or `after`.",
    access: "training.manage",
    params: uuidParams,
    query: z.strictObject({ after: eventPlaceSchema.optional() }),
    answer: { contentType: "text/event-stream" },
  }),
  getTrainingMetrics: defineContract({
    method: "GET",
    path: "/api/training-runs/{id}/metrics",
    summary: "All points of a training's curves, each step once.",
    access: "training.manage",
    params: uuidParams,
    answer: trainingMetricsSchema,
  }),
  getTrainingLog: defineContract({
    method: "GET",
    path: "/api/training-runs/{id}/log",
    summary: "The last things that the runner said, the newest last.",
    access: "training.manage",
    params: uuidParams,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(1_000).default(200) }),
    answer: trainingLogSchema,
  }),
  stopTrainingRun: defineContract({
    method: "POST",
    path: "/api/training-runs/{id}/stop",
    summary: "Stop a training. Its newest checkpoint stays.",
    access: "training.manage",
    params: uuidParams,
    answer: trainingRunSchema,
  }),
  resumeTrainingRun: defineContract({
    method: "POST",
    path: "/api/training-runs/{id}/resume",
    summary: "Go on with a training that failed or was stopped, from its newest checkpoint.",
    access: "training.manage",
    params: uuidParams,
    answer: trainingRunSchema,
  }),
  downloadArtifact: defineContract({
    method: "GET",
    path: "/api/artifacts/{id}",
    summary: "A file that a runner made: an adapter, a report, predictions, a log.",
    access: "training.manage",
    params: uuidParams,
    answer: { contentType: "application/octet-stream" },
  }),
};
