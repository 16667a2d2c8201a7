import { z } from "zod";

/** Not a download: the trainer builds this random Qwen3-MoE, so that the whole chain runs on a CPU. */
export const TINY_MODEL = "tiny-random-qwen3-moe";
/** Fewer say nothing about whether a run still improves. */
export const MIN_EVALUATIONS = 3;

export const TRAINING_PRESETS = ["smoke", "30b-bf16"] as const;
export type TrainingPreset = (typeof TRAINING_PRESETS)[number];

const wholeNumber = (low: number, high: number) => z.int().min(low).max(high);
const decimal = (low: number, high: number) => z.number().min(low).max(high);
const seedSchema = wholeNumber(0, 2 ** 31 - 1);

const baseModelSchema = z.strictObject({
  id: z.string().min(1).max(200),
  revision: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .nullable(),
});

const loraSchema = z.strictObject({
  r_attention: wholeNumber(0, 256),
  r_expert: wholeNumber(0, 64),
  alpha: wholeNumber(1, 512),
  dropout: decimal(0, 0.3),
});

const sftSchema = z.strictObject({
  epochs: decimal(0.1, 10),
  learning_rate: decimal(1e-6, 2e-3),
  lr_scheduler: z.enum(["cosine", "linear", "constant_with_warmup"]),
  warmup: decimal(0, 0.3),
  per_device_batch: wholeNumber(1, 64),
  grad_accum: wholeNumber(1, 128),
  weight_decay: decimal(0, 0.3),
  max_grad_norm: decimal(0.1, 10),
  router_aux_loss_coef: decimal(0, 0.01),
  packing: z.boolean(),
  gradient_checkpointing: z.boolean(),
  loss_type: z.enum(["chunked_nll", "nll"]),
  early_stopping: z.strictObject({
    patience: wholeNumber(0, 20),
    min_delta: decimal(0, 10),
  }),
});

/** The fields by themselves; the trainer's JSON Schema derives from this. */
export const trainingConfigFieldsSchema = z.strictObject({
  preset: z.enum(TRAINING_PRESETS),
  base_model: baseModelSchema,
  dtype: z.enum(["bfloat16", "float32"]),
  method: z.enum(["sft"]),
  seed: seedSchema,
  data_seed: seedSchema,
  max_length: wholeNumber(256, 32_768),
  overflow: z.enum(["error", "drop_and_report"]),
  lora: loraSchema,
  sft: sftSchema,
  eval: z.strictObject({
    evals_per_epoch: wholeNumber(1, 20),
    generate_samples: wholeNumber(0, 64),
    max_new_tokens: wholeNumber(1, 32_768),
  }),
  checkpoint: z.strictObject({ keep: wholeNumber(1, 10) }),
  resume: z.string().regex(/^(auto|never|checkpoint-[0-9]+)$/),
  limits: z.strictObject({
    max_wall_seconds: wholeNumber(60, 604_800),
    max_cost_usd: decimal(0.01, 100_000).nullable(),
  }),
  hardware: z.strictObject({ min_vram_gib: decimal(0, 1024) }),
  num_gpus: wholeNumber(1, 8),
});

/**
 * The settings of one training run, complete, in the form that the trainer reads. The trainer
 * checks the same rules again; fixtures that both sides run keep them equal.
 */
export const trainingConfigSchema = trainingConfigFieldsSchema.superRefine((config, context) => {
  for (const { path, message } of findContradictions(config)) {
    context.addIssue({ code: "custom", path: [...path], message, input: config });
  }
});
export type TrainingConfig = z.infer<typeof trainingConfigSchema>;

interface Contradiction {
  path: readonly string[];
  message: string;
}

function findContradictions({ base_model, lora, sft, eval: evaluation }: TrainingConfig) {
  const found: Contradiction[] = [];
  if (base_model.revision === null && base_model.id !== TINY_MODEL) {
    const message = "A real model needs its commit: 40 hexadecimal digits, not a branch.";
    found.push({ path: ["base_model", "revision"], message });
  }
  if (lora.r_attention === 0 && lora.r_expert === 0) {
    const message =
      "Nothing would be trained. Set the rank of attention or of the experts above 0.";
    found.push({ path: ["lora"], message });
  }
  if (lora.dropout > 0 && lora.r_expert > 0) {
    const message = "Must be 0 while experts are trained: their fused weights have no dropout.";
    found.push({ path: ["lora", "dropout"], message });
  }
  if (sft.packing) {
    const message = "Must be off: without FlashAttention, packed rows read each other's text.";
    found.push({ path: ["sft", "packing"], message });
  }
  if (sft.epochs * evaluation.evals_per_epoch < MIN_EVALUATIONS) {
    const message = `Gives fewer than ${MIN_EVALUATIONS} evaluations in the run. Evaluate more often or train longer.`;
    found.push({ path: ["eval", "evals_per_epoch"], message });
  }
  return found;
}
