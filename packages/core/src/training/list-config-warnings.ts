import { TINY_MODEL, type TrainingConfig } from "./training-config.schema.ts";

/** Adapters learn worse from steps over more rows. */
const USUAL_BATCH = 32;
const USUAL_RATE = { low: 5e-5, high: 1e-3 };
const USUAL_EXPERT_RANK = 16;

/** What is allowed but unusual in a config: JSON Pointer of the setting, and why it may be a mistake. */
export function listConfigWarnings({
  base_model,
  lora,
  sft,
  num_gpus,
}: TrainingConfig): { path: string; message: string }[] {
  const warnings: { path: string; message: string }[] = [];
  const isUsual = sft.learning_rate >= USUAL_RATE.low && sft.learning_rate <= USUAL_RATE.high;
  if (!isUsual && base_model.id !== TINY_MODEL) {
    const message = `Adapters usually learn with ${USUAL_RATE.low} to ${USUAL_RATE.high}.`;
    warnings.push({ path: "/sft/learning_rate", message });
  }
  if (lora.r_expert > USUAL_EXPERT_RANK) {
    const message = `Above ${USUAL_EXPERT_RANK} the adapter has more than 600 million weights, which a small corpus rarely needs.`;
    warnings.push({ path: "/lora/r_expert", message });
  }
  const batch = sft.per_device_batch * sft.grad_accum * num_gpus;
  if (batch > USUAL_BATCH) {
    const message = `A step is over ${batch} rows; above ${USUAL_BATCH} adapters learn worse.`;
    warnings.push({ path: "/sft/grad_accum", message });
  }
  return warnings;
}
