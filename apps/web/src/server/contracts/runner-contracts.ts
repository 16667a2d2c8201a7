import {
  createdRunnerSchema,
  createRunnerSchema,
  runnerListSchema,
} from "@foundry/core/runners/runner.schema";
import {
  artifactKindSchema,
  askForWorkSchema,
  eventsAnswerSchema,
  FILE_NAME,
  finishAnswerSchema,
  finishTaskSchema,
  heartbeatAnswerSchema,
  heartbeatSchema,
  leaseTokenSchema,
  recordEventsSchema,
  registeredRunnerSchema,
  registerRunnerSchema,
  storedArtifactSchema,
  workAnswerSchema,
} from "@foundry/core/runners/runner-protocol.schema";
import { z } from "zod";
import { defineContract } from "../define-contract";
import { uuidParams } from "./path-params";

const runParams = z.object({ runId: z.uuid() });

export const artifactHeadersSchema = z.object({
  "x-foundry-sha256": z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: "Of the body, in lower-case hex." }),
  "x-foundry-lease-token": leaseTokenSchema,
  "x-foundry-attempt": z.coerce.number().pipe(z.int32().min(1)),
  "x-foundry-file-name": z.string().regex(FILE_NAME),
});

/** For people. */
export const runnerContracts = {
  listRunners: defineContract({
    method: "GET",
    path: "/api/runners",
    summary: "The machines that may work for the studio, and how far the studio's own one is.",
    access: "training.manage",
    answer: runnerListSchema,
  }),
  createRunner: defineContract({
    method: "POST",
    path: "/api/runners",
    summary: "Make a token for a machine. The token is in this answer and never shown again.",
    access: "training.manage",
    body: createRunnerSchema,
    answer: createdRunnerSchema,
    status: 201,
  }),
  revokeRunner: defineContract({
    method: "DELETE",
    path: "/api/runners/{id}",
    summary: "Make a runner's token useless. What it works on goes to another runner.",
    access: "training.manage",
    params: uuidParams,
    answer: null,
  }),
};

/** For runners, by their own token; python-trainer/PROTOCOL.md says what a runner does with them. */
export const runnerProtocolContracts = {
  registerRunner: defineContract({
    method: "POST",
    path: "/api/runner/register",
    summary: "Say what machine this is. Done at each start of a runner.",
    access: "runner",
    body: registerRunnerSchema,
    answer: registeredRunnerSchema,
  }),
  askForWork: defineContract({
    method: "POST",
    path: "/api/runner/work",
    summary: "Take the next task that fits the machine; waits for one for some seconds.",
    access: "runner",
    body: askForWorkSchema,
    answer: workAnswerSchema,
  }),
  heartbeat: defineContract({
    method: "POST",
    path: "/api/runner/runs/{runId}/heartbeat",
    summary: "Keep the lease of a task, and learn whether a person asked to stop.",
    access: "runner",
    params: runParams,
    body: heartbeatSchema,
    answer: heartbeatAnswerSchema,
  }),
  recordEvents: defineContract({
    method: "POST",
    path: "/api/runner/runs/{runId}/events",
    summary: "Tell numbered events. Those that are there already are passed over.",
    access: "runner",
    params: runParams,
    body: recordEventsSchema,
    answer: eventsAnswerSchema,
  }),
  storeArtifact: defineContract({
    method: "PUT",
    path: "/api/runner/runs/{runId}/artifacts/{kind}",
    summary: "Hand over a file as the raw body. It counts only when it is whole.",
    access: "runner",
    params: runParams.extend({ kind: artifactKindSchema }),
    headers: artifactHeadersSchema,
    rawBody: { contentType: "application/octet-stream" },
    answer: storedArtifactSchema,
    status: 201,
  }),
  finishTask: defineContract({
    method: "POST",
    path: "/api/runner/runs/{runId}/finish",
    summary: "End the attempt, after all events and files were taken.",
    access: "runner",
    params: runParams,
    body: finishTaskSchema,
    answer: finishAnswerSchema,
  }),
  downloadTaskFile: defineContract({
    method: "GET",
    path: "/api/runner/files/{runId}/{name}",
    summary: "A file of the task that the runner has.",
    access: "runner",
    params: runParams.extend({ name: z.string().regex(FILE_NAME) }),
    answer: { contentType: "application/octet-stream" },
  }),
};
