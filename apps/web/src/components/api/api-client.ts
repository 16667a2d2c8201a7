import type { z } from "zod";
import { ApiError } from "./api-error";
import { readProblem } from "./read-problem";
import { announceSignedOut } from "./signed-out";

/** Proves to the server that our own page sent the request: other origins cannot set it unasked. */
export const REQUEST_HEADERS = { "x-foundry-request": "1" } as const;

export interface RequestOptions {
  signal?: AbortSignal;
  /** Lets the request outlive the page; bodies up to 64 KiB. */
  keepalive?: boolean;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

async function send(
  method: Method,
  path: string,
  body: unknown,
  options: RequestOptions,
): Promise<Response> {
  const headers: Record<string, string> = { ...REQUEST_HEADERS, accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...options,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError({
      status: 0,
      reason: "unreachable",
      detail:
        "The studio cannot be reached. Check your connection and that it is running, then try again.",
    });
  }
}

async function refuse(response: Response): Promise<never> {
  const problem = readProblem(
    response.status,
    await response.text(),
    response.headers.get("x-request-id"),
  );
  // A wrong password is a 401 too, but no session ended with it.
  if (problem.status === 401 && problem.reason !== "wrong_credentials") announceSignedOut();
  throw problem;
}

async function readAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await response.json());
  if (parsed.success) return parsed.data;
  throw new ApiError({
    status: response.status,
    reason: "unexpected_answer",
    detail: "This page is older or newer than the studio behind it. Reload the page.",
    requestId: response.headers.get("x-request-id"),
  });
}

async function get<T>(
  path: string,
  schema: z.ZodType<T>,
  options: RequestOptions = {},
): Promise<T> {
  const response = await send("GET", path, undefined, options);
  if (!response.ok) return refuse(response);
  return readAnswer(response, schema);
}

function makeSender(method: Method) {
  function sendBody(
    path: string,
    body?: unknown,
    schema?: undefined,
    options?: RequestOptions,
  ): Promise<void>;
  function sendBody<T>(
    path: string,
    body: unknown,
    schema: z.ZodType<T>,
    options?: RequestOptions,
  ): Promise<T>;
  async function sendBody<T>(
    path: string,
    body?: unknown,
    schema?: z.ZodType<T>,
    options: RequestOptions = {},
  ): Promise<T | void> {
    const response = await send(method, path, body, options);
    if (!response.ok) return refuse(response);
    if (schema !== undefined) return readAnswer(response, schema);
  }
  return sendBody;
}

/** The studio's HTTP API. Every failure is an ApiError, except an abort that the caller asked for. */
export const api = {
  get,
  post: makeSender("POST"),
  put: makeSender("PUT"),
  patch: makeSender("PATCH"),
  delete: makeSender("DELETE"),
};
