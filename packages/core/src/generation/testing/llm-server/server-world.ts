import { AnswerBook } from "./answer-book.ts";
import { PromptCache } from "./prompt-cache.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { RequestLog } from "./request-log.ts";
import { type ServerSettings, type ServerSettingsInput, settingsSchema } from "./settings.ts";
import type { StoredBatch } from "./stored-batch.ts";

/** Everything the server remembers. */
export class ServerWorld {
  settings: ServerSettings = settingsSchema.parse({});
  readonly log = new RequestLog();
  readonly answers = new AnswerBook();
  readonly cache = new PromptCache();
  readonly batches = new Map<string, StoredBatch>();
  private readonly limiters = new Map<string, RateLimiter>();
  private readonly visits = new Map<string, number>();

  /** What is left out stays as it is. New limits begin with full buckets. */
  configure(change: ServerSettingsInput): void {
    // Parsed alone first: a default must not overwrite what was set before.
    const parsed = settingsSchema.partial().parse(change);
    const named = Object.keys(change) as (keyof ServerSettings)[];
    this.settings = settingsSchema.parse({
      ...this.settings,
      ...Object.fromEntries(named.map((name) => [name, parsed[name]])),
    });
    if ("limits" in change) this.limiters.clear();
    this.answers.load(this.settings.catalogue);
  }

  findLimiter(model: string): RateLimiter | null {
    const { limits } = this.settings;
    if (limits === null) return null;
    const limiter = this.limiters.get(model) ?? new RateLimiter(limits);
    this.limiters.set(model, limiter);
    return limiter;
  }

  /** How often this was asked before. */
  countVisit(what: string): number {
    const visit = this.visits.get(what) ?? 0;
    this.visits.set(what, visit + 1);
    return visit;
  }

  forget(): void {
    this.log.clear();
    this.visits.clear();
    this.batches.clear();
  }
}
