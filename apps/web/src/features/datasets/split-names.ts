import type { Split } from "@foundry/core/datasets/split.schema";

/** What each part of a dataset is for, in the words of the screens. */
export const SPLIT_NAMES: Record<Split, { title: string; hint: string }> = {
  train: { title: "Training", hint: "what the model learns from" },
  validation: { title: "Validation", hint: "watched while it learns" },
  test: { title: "Test", hint: "kept for the evaluation" },
};
