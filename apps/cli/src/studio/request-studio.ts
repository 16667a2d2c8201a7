import { z } from "zod";
import { UnusableInputError } from "../unusable-input-error.ts";
import type { Studio } from "./studio.ts";

/** The studio could not be reached or had a fault of its own; trying again may help. */
export class StudioUnavailableError extends UnusableInputError {}

const problemSchema = z.object({ detail: z.string(), reason: z.string(), requestId: z.string() });

/**
 * Calls the HTTP API.
 * @returns the answer, which is a success
 * @throws UnusableInputError with the studio's own sentence when it refuses
 */
export async function requestStudio(
  studio: Studio,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const response = await callStudio(studio, path, init);
  if (response.ok) return response;
  throw await describeRefusal(studio, response);
}

/** As `requestStudio`, but also gives the answers that are no success. */
export async function callStudio(
  { url, token }: Studio,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  try {
    return await fetch(new URL(path, url), { ...init, headers });
  } catch (error) {
    throw new StudioUnavailableError(`Cannot reach a studio at ${url}: ${findCause(error)}.`);
  }
}

/** @throws UnusableInputError when the answer is not what a studio gives */
export async function readAnswer<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new UnusableInputError(
    `The answer of ${response.url} is not one that this version knows. Is it a studio of the same version?`,
  );
}

async function describeRefusal({ url, token }: Studio, response: Response): Promise<Error> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (response.status === 401) {
    return new UnusableInputError(
      token === undefined
        ? `${url} needs an API token. Make one under Settings and pass it with --token or FOUNDRY_TOKEN.`
        : `${url} does not accept the API token. It may have been revoked; make a new one under Settings.`,
    );
  }
  const detail = parsed.success
    ? `${parsed.data.detail} (request ${parsed.data.requestId})`
    : `It answered with status ${response.status}.`;
  const ErrorClass = response.status >= 500 ? StudioUnavailableError : UnusableInputError;
  return new ErrorClass(`${url} refused: ${detail}`);
}

/** `fetch` hides what happened below "fetch failed". */
function findCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const code = "code" in cause ? String(cause.code) : "";
  if (code === "ECONNREFUSED") return "nothing listens there";
  if (code === "ENOTFOUND") return "there is no such host";
  return cause.message || code;
}
