import { planSteps, type StepPlan } from "./plan-steps.ts";
import { PRESETS } from "./presets.ts";
import { TINY_MODEL, type TrainingConfig } from "./training-config.schema.ts";

export interface Range {
  low: number;
  high: number;
}

/** Rows of a dataset; characters are of prompt, system prompt and IR together. */
export interface DatasetSize {
  trainRows: number;
  validationRows: number;
  meanCharacters: number;
  longestCharacters: number;
}

export interface RunEstimate {
  /** Null when there are too few rows for three evaluations. */
  steps: StepPlan | null;
  /** Tokens of one row; only the trainer, which has the tokenizer, knows them. */
  tokensPerRow: { mean: number; longest: number };
  /** Whether the longest row may be longer than `max_length`. */
  mayOverflow: boolean;
  /** GiB on each GPU, or of a machine without one; null for a model that nothing is known of. */
  memoryGib: Range | null;
  seconds: Range | null;
  /** What the figures rest on, for a person. */
  basis: string;
}

const GIB = 2 ** 30;
/** English and Python expressions in JSON; 3 to 4 with the tokenizers of large models. */
const CHARACTERS_PER_TOKEN = 3.5;
/** Weight, gradient and two moments of Adam, all in 32 bits. */
const BYTES_PER_TRAINED_WEIGHT = 16;
const FORWARD_SHARE = 1 / 3;

/**
 * What is known of Qwen3-30B-A3B. Weights are counted; memory of activations and speed are worked
 * out from a published timing of one expert layer on an H100 and not measured.
 */
const LARGE = {
  baseGib: 56.9,
  weightsPerAttentionRank: 834_000,
  weightsPerExpertRank: 39_321_600,
  /** For 2 rows of 4,096 tokens, computed twice to save memory. */
  activationGib: { low: 5, high: 20 },
  withoutCheckpointing: 6,
  tokensPerSecond: { low: 5_000, high: 16_000 },
  loadSeconds: { low: 120, high: 300 },
  answerSeconds: { low: 10, high: 60 },
};
/** Of the tiny model: 0.037 s for a row of 2,500 characters on two idle cores, and room for busy ones. */
const TINY = {
  memoryGib: { low: 0.5, high: 2 },
  secondsPerRow: { low: 0.03, high: 0.12 },
  loadSeconds: { low: 8, high: 45 },
};

/** Steps, memory and time of a run, as far as they can be told before it starts. */
export function estimateRun(config: TrainingConfig, size: DatasetSize): RunEstimate {
  const steps = planSteps(config, size.trainRows);
  const tokensPerRow = {
    mean: Math.ceil(size.meanCharacters / CHARACTERS_PER_TOKEN),
    longest: Math.ceil(size.longestCharacters / CHARACTERS_PER_TOKEN),
  };
  const shared = { steps, tokensPerRow, mayOverflow: tokensPerRow.longest > config.max_length };
  if (config.base_model.id === TINY_MODEL) {
    const rows = countRows(config, size, steps);
    const seconds = add(TINY.loadSeconds, scale(TINY.secondsPerRow, rows));
    const basis = "Timed with the tiny model on two cores.";
    return { ...shared, memoryGib: TINY.memoryGib, seconds, basis };
  }
  if (config.base_model.id !== PRESETS["30b-bf16"].config.base_model.id) {
    const basis = "Nothing is known of this base model; the first run will tell.";
    return { ...shared, memoryGib: null, seconds: null, basis };
  }
  const basis = "Worked out, not measured: from published timings on an H100.";
  return {
    ...shared,
    memoryGib: estimateMemory(config),
    seconds: estimateSeconds(config, size, steps, tokensPerRow.mean),
    basis,
  };
}

function estimateMemory({ lora, sft, max_length }: TrainingConfig): Range {
  const trained =
    lora.r_attention * LARGE.weightsPerAttentionRank + lora.r_expert * LARGE.weightsPerExpertRank;
  const fixed = LARGE.baseGib + (trained * BYTES_PER_TRAINED_WEIGHT) / GIB;
  const share = (sft.per_device_batch * max_length) / (2 * 4096);
  const factor = share * (sft.gradient_checkpointing ? 1 : LARGE.withoutCheckpointing);
  return add({ low: fixed, high: fixed }, scale(LARGE.activationGib, factor));
}

function estimateSeconds(
  config: TrainingConfig,
  size: DatasetSize,
  steps: StepPlan | null,
  tokensPerRow: number,
): Range {
  const tokens = (countRows(config, size, steps) * tokensPerRow) / config.num_gpus;
  const { low, high } = LARGE.tokensPerSecond;
  const answers = (steps?.evaluations ?? 0) * config.eval.generate_samples;
  return add(
    LARGE.loadSeconds,
    add({ low: tokens / high, high: tokens / low }, scale(LARGE.answerSeconds, answers)),
  );
}

/** Rows that are learnt from, and those that are only read, which is a third of the work. */
function countRows({ sft }: TrainingConfig, size: DatasetSize, steps: StepPlan | null): number {
  const read = (steps?.evaluations ?? 0) * size.validationRows;
  return sft.epochs * size.trainRows + FORWARD_SHARE * read;
}

function scale({ low, high }: Range, factor: number): Range {
  return { low: low * factor, high: high * factor };
}

function add(left: Range, right: Range): Range {
  return { low: left.low + right.low, high: left.high + right.high };
}
