import type { GenerationRun, Prisma } from "@foundry/prisma/client";
import type { UsableSandbox } from "../../evidence/server/sandbox.ts";
import type { JobContext } from "../../jobs/job-context.ts";
import type { Producer } from "../producers/producer.ts";
import type { ModelPrices } from "../provider.schema.ts";
import type { VariationFilter } from "../expansion/variation-filter.ts";
import type { createUsageGuess } from "../pace/usage-guess.ts";

/** Where the worker's keys and servers come from. */
export interface ProviderAccess {
  /** The studio's secret, with which stored keys are encrypted. */
  secret: string | null;
  /** A key from the environment; goes before a stored one. */
  environmentKey: string | null;
  /** Another address than the provider's own. */
  baseUrl: string | null;
  /** How long one request may take in all. */
  timeoutMs: number;
}

/** What driving a run needs beside its job. */
export interface DriveParts {
  access: ProviderAccess;
  /** Null when this machine cannot keep Python apart. */
  sandbox: UsableSandbox | null;
}

/** One driver at its work. */
export interface Drive {
  context: JobContext;
  run: GenerationRun;
  /** Its number within the run, from 0. */
  driver: number;
  sandbox: UsableSandbox | null;
  /** Aborts when nothing new is to begin: the run stands still, the worker stops, a fault. */
  halt: AbortSignal;
  /** Aborts when requests under way are to be cut off: the worker ends now. */
  cut: AbortSignal;
  /** Begins nothing new from now on. */
  stop(): void;
  /** One fenced transaction, after those that were asked for before it. */
  change<Result>(work: (tx: Prisma.TransactionClient) => Promise<Result>): Promise<Result>;
}

/** A driver whose run asks a language model. */
export interface ModelDrive extends Drive {
  producer: Producer;
  model: string;
  /** Null: not known. */
  prices: ModelPrices | null;
  modelMaxTokens: number | null;
  fewShots: readonly { prompt: string; ir: string }[];
  /** For variations: knows what is there already. */
  variationFilter: VariationFilter | null;
  paceKey: string;
  usage: ReturnType<typeof createUsageGuess>;
  /** How often the provider has not let a request through since it last answered one. */
  limitedCount: number;
}

/** An item of a run that a driver has claimed. */
export interface ClaimedItem {
  id: string;
  promptId: number;
  round: number;
  text: string;
  category: string | null;
  family: string | null;
}
