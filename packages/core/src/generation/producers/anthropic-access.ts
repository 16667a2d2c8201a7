import Anthropic from "@anthropic-ai/sdk";
import { fetchOrSayUnsent } from "./fetch-or-say-unsent.ts";

const OFFICIAL_URL = "https://api.anthropic.com";

/** What it takes to reach Anthropic's API. */
export interface AnthropicAccess {
  apiKey: string;
  /** Null: Anthropic's own address. */
  baseUrl: string | null;
  /** How long one call may take in all, the reading of its answer included. */
  timeoutMs: number;
}

/**
 * A client that sends each request once: retries are rows of our ledger, so the library must not
 * make any. Its logger is off, because it would write out requests.
 */
export function createAnthropicClient({ apiKey, baseUrl, timeoutMs }: AnthropicAccess): Anthropic {
  return new Anthropic({
    apiKey,
    // Not left out, so that a token in the environment is not sent along.
    authToken: null,
    baseURL: baseUrl ?? OFFICIAL_URL,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: "off",
    fetch: fetchOrSayUnsent,
  });
}
