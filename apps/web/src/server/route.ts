import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, authorize } from "@foundry/core/auth/actor";
import { DomainError } from "@foundry/core/errors";
import { logger } from "@foundry/core/logger";
import type { RunnerIdentity } from "@foundry/core/runners/find-runner";
import { z } from "zod";
import { readEnv } from "../env";
import { checkSameSite } from "./check-same-site";
import { type Clients, getClients } from "./clients";
import type { Access, Contract, RawContent } from "./define-contract";
import { parseInput } from "./parse-input";
import { toProblem } from "./problem";
import { dropBody, readBody } from "./read-body";
import { readJsonBody } from "./read-json-body";
import { readQuery } from "./read-query";
import { requireRunner } from "./require-runner";
import { requireActor } from "./session";

type AnyContract = Contract;
type Optional<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a handler gets: everything parsed, and the collaborators of the core functions. */
export interface RouteInput<Of extends AnyContract> extends Clients {
  actor: Of["access"] extends "public" | "runner" ? null : Actor;
  runner: Of["access"] extends "runner" ? RunnerIdentity : null;
  params: z.output<Of["params"]>;
  query: z.output<Of["query"]>;
  body: Optional<Of["body"]>;
  /** Of a contract with a raw body. */
  upload: AsyncIterable<Uint8Array>;
  request: Request;
}

/** A value that the contract's answer schema takes, or a Response where headers or a stream are needed. */
type Output<Of extends AnyContract> = Of["answer"] extends z.ZodType
  ? z.input<Of["answer"]> | Response
  : Of["answer"] extends RawContent
    ? Response
    : void | Response;

interface SegmentData {
  params: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * Makes a route handler of a contract and a call of one core function. Every error, of parsing and
 * of core alike, leaves as one problem document; the fields of the answer are those of the contract.
 */
export function route<Of extends AnyContract>(
  contract: Of,
  handle: (input: RouteInput<Of>) => Promise<Output<Of>> | Output<Of>,
): (request: Request, segment: SegmentData) => Promise<Response> {
  return async (request, segment) => {
    const requestId = randomUUID();
    try {
      const input = await readInput(contract, request, segment);
      const output = await handle(input);
      return await finish(request, toResponse(contract, output), requestId);
    } catch (error) {
      await dropBody(request.body);
      // Nobody waits for the answer, and what failed was the client's connection.
      if (request.signal.aborted) return new Response(null, { status: 400 });
      return answerProblem(error, { requestId, method: contract.method, path: contract.path });
    }
  };
}

/** Permission comes before parsing, so that nobody learns from a 422 what they may not do. */
async function readInput<Of extends AnyContract>(
  contract: Of,
  request: Request,
  segment: SegmentData,
): Promise<RouteInput<Of>> {
  checkSameSite(request, readEnv().origin);
  const runner = contract.access === "runner" ? await requireRunner(request.headers) : null;
  const actor = await findActor(contract.access, request.headers);
  const params = readParams(contract.params, await segment.params);
  const query = parseInput(contract.query, readQuery(new URL(request.url).searchParams), "query");
  const body = contract.body
    ? parseInput(contract.body, await readJsonBody(request), "body")
    : undefined;
  const upload = readBody(contract.rawBody ? request.body : null);
  // Each value was parsed by the schema that its type comes from.
  const parsed = { actor, runner, params, query, body, upload, request };
  const input: Record<keyof RouteInput<Of>, unknown> = { ...getClients(), ...parsed };
  return input as RouteInput<Of>;
}

async function findActor(access: Access, headers: Headers): Promise<Actor | null> {
  if (access === "public" || access === "runner") return null;
  const actor = await requireActor(headers);
  if (access !== "signed_in") authorize(actor, access);
  return actor;
}

/** An address that cannot exist is as absent as one that does not. */
function readParams<Params extends z.ZodObject>(
  schema: Params,
  // Next gives none where the path has none.
  values: object | undefined,
): z.output<Params> {
  const parsed = schema.safeParse(values ?? {});
  if (parsed.success) return parsed.data;
  throw new DomainError("not_found", "There is nothing at this address.");
}

function toResponse(contract: AnyContract, output: unknown): Response {
  if (output instanceof Response) return output;
  if (!(contract.answer instanceof z.ZodType)) return new Response(null, { status: 204 });
  return Response.json(contract.answer.parse(output), { status: contract.status });
}

/** Next answers HEAD by the GET handler and leaves its body unread, which a stream would wait for. */
async function finish(request: Request, response: Response, requestId: string): Promise<Response> {
  const isHead = request.method === "HEAD";
  if (isHead) await response.body?.cancel();
  const answer = new Response(isHead ? null : response.body, response);
  if (!answer.headers.has("cache-control")) answer.headers.set("cache-control", "no-store");
  answer.headers.set("x-request-id", requestId);
  return answer;
}

function answerProblem(
  error: unknown,
  context: { requestId: string; method: string; path: string },
): Response {
  const { problem, headers, isOurFault } = toProblem(error, context.requestId);
  if (isOurFault) logger.error({ ...context, err: error }, "request failed");
  return Response.json(problem, {
    status: problem.status,
    headers: {
      ...headers,
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "x-request-id": context.requestId,
    },
  });
}
