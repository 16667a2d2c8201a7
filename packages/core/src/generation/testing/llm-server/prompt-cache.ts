import { countTokens } from "./count-tokens.ts";
import { sha256Hex } from "../../../database/sha256.ts";

const LIFETIME_MS = 5 * 60_000;
/** A shorter beginning is not kept. */
const LEAST_TOKENS = 1024;

export interface CachedTokens {
  writeTokens: number;
  readTokens: number;
}

/** Remembers the beginnings of requests that were marked for it, each for five minutes. */
export class PromptCache {
  private readonly endsAt = new Map<string, number>();

  /** @param prefix everything up to the mark; null: nothing was marked */
  visit(model: string, prefix: string | null): CachedTokens {
    const tokens = prefix === null ? 0 : countTokens(prefix);
    if (prefix === null || tokens < LEAST_TOKENS) return { writeTokens: 0, readTokens: 0 };
    const key = sha256Hex(`${model}\n${prefix}`);
    const now = Date.now();
    const isThere = (this.endsAt.get(key) ?? 0) > now;
    this.endsAt.set(key, now + LIFETIME_MS);
    return isThere
      ? { writeTokens: 0, readTokens: tokens }
      : { writeTokens: tokens, readTokens: 0 };
  }
}
