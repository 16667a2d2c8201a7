import { PRESETS } from "@foundry/core/training/presets";
import {
  type TrainingConfig,
  trainingConfigSchema,
  type TrainingPreset,
} from "@foundry/core/training/training-config.schema";
import { UnusableInputError } from "../unusable-input-error.ts";

/**
 * A preset with some settings changed.
 * @param changes as `sft.epochs=1`; a value is JSON or else a text
 * @throws UnusableInputError that names the first setting that is wrong
 */
export function buildConfig(preset: TrainingPreset, changes: readonly string[]): TrainingConfig {
  const config: unknown = structuredClone(PRESETS[preset].config);
  for (const change of changes) applyChange(config, change);
  const parsed = trainingConfigSchema.safeParse(config);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnusableInputError(`--set ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

function applyChange(config: unknown, change: string): void {
  const [, path = "", text = ""] = /^([^=]+)=(.*)$/s.exec(change) ?? [];
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let place = config;
  for (const step of steps) place = readStep(place, step);
  if (typeof place !== "object" || place === null || !Object.hasOwn(place, last)) {
    throw new UnusableInputError(
      `--set ${change}: there is no such setting. Write it as sft.epochs=1.`,
    );
  }
  (place as Record<string, unknown>)[last] = parseValue(text);
}

function readStep(place: unknown, step: string): unknown {
  if (typeof place !== "object" || place === null || !Object.hasOwn(place, step)) return undefined;
  return (place as Record<string, unknown>)[step];
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Most texts stand without quotes on a command line.
    return text;
  }
}
