import { TINY_MODEL, type TrainingConfig, type TrainingPreset } from "./training-config.schema.ts";

const LORA: TrainingConfig["lora"] = { r_attention: 32, r_expert: 4, alpha: 32, dropout: 0 };

const SFT: TrainingConfig["sft"] = {
  epochs: 3,
  learning_rate: 2e-4,
  lr_scheduler: "cosine",
  warmup: 0.05,
  per_device_batch: 2,
  grad_accum: 4,
  weight_decay: 0,
  max_grad_norm: 1,
  router_aux_loss_coef: 0,
  packing: false,
  gradient_checkpointing: true,
  loss_type: "chunked_nll",
  early_stopping: { patience: 3, min_delta: 0 },
};

const SHARED = {
  method: "sft",
  seed: 42,
  data_seed: 42,
  max_length: 4096,
  overflow: "error",
  lora: LORA,
  resume: "auto",
  num_gpus: 1,
} as const;

/** Complete configs to start from. The trainer has the same; a test holds both together. */
export const PRESETS: Record<
  TrainingPreset,
  { title: string; about: string; config: TrainingConfig }
> = {
  smoke: {
    title: "Smoke test",
    about:
      "A tiny random model on the processor: shows in minutes that data, trainer and screens work together. It learns nothing of use.",
    config: {
      ...SHARED,
      preset: "smoke",
      base_model: { id: TINY_MODEL, revision: null },
      dtype: "float32",
      sft: {
        ...SFT,
        learning_rate: 2e-3,
        per_device_batch: 4,
        grad_accum: 2,
        gradient_checkpointing: false,
      },
      eval: { evals_per_epoch: 2, generate_samples: 1, max_new_tokens: 32 },
      checkpoint: { keep: 2 },
      limits: { max_wall_seconds: 1800, max_cost_usd: null },
      hardware: { min_vram_gib: 0 },
    },
  },
  "30b-bf16": {
    title: "30B in bf16",
    about:
      "Qwen3-Coder 30B with all weights in 16 bits, on one GPU with 80 GB or more. Attention and every expert get an adapter.",
    config: {
      ...SHARED,
      preset: "30b-bf16",
      base_model: {
        id: "Qwen/Qwen3-Coder-30B-A3B-Instruct",
        revision: "b2cff646eb4bb1d68355c01b18ae02e7cf42d120",
      },
      dtype: "bfloat16",
      sft: SFT,
      eval: { evals_per_epoch: 2, generate_samples: 8, max_new_tokens: 4096 },
      checkpoint: { keep: 3 },
      limits: { max_wall_seconds: 7200, max_cost_usd: null },
      hardware: { min_vram_gib: 72 },
    },
  },
};
