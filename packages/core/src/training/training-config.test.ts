import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toJsonPointer } from "../ir/json-pointer.ts";
import { trainingConfigJsonSchema } from "./training-config-json-schema.ts";
import { TRAINING_PRESETS, trainingConfigSchema } from "./training-config.schema.ts";
import { estimateRun } from "./estimate-run.ts";
import { listConfigChanges } from "./list-config-changes.ts";
import { listConfigWarnings } from "./list-config-warnings.ts";
import { planSteps } from "./plan-steps.ts";
import { PRESETS } from "./presets.ts";
import { readField } from "./read-field.ts";
import { readFieldRange } from "./read-field-range.ts";
import { FIELD_GROUPS, TRAINING_FIELDS } from "./training-fields.ts";

const fixtureSchema = z.array(
  z.strictObject({
    name: z.string(),
    config: z.unknown(),
    valid: z.boolean(),
    problem_path: z.string().nullable(),
  }),
);

function readContract(name: string): unknown {
  const url = new URL(`../../../../python-trainer/contract/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}

/** JSON Pointers of everything that is wrong; an unknown key is named itself. */
function listProblems(config: unknown): string[] {
  const parsed = trainingConfigSchema.safeParse(config);
  return (parsed.error?.issues ?? []).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => toJsonPointer([...issue.path, key]))
      : [toJsonPointer(issue.path)],
  );
}

describe("trainingConfigSchema", () => {
  const fixtures = fixtureSchema.parse(readContract("config-fixtures.json"));

  it.each(fixtures)("agrees with the trainer on: $name", ({ config, valid, problem_path }) => {
    const problems = listProblems(config);
    expect(problems.length === 0).toBe(valid);
    if (problem_path !== null) expect(problems).toContain(problem_path);
  });

  it("is what the trainer's contract says", () => {
    expect(readContract("training-config.schema.json")).toEqual(
      JSON.parse(JSON.stringify(trainingConfigJsonSchema())),
    );
  });

  it("has the trainer's presets", () => {
    const configs = Object.fromEntries(
      TRAINING_PRESETS.map((preset) => [preset, PRESETS[preset].config]),
    );
    expect(configs).toEqual(readContract("presets.json"));
    for (const config of Object.values(configs)) {
      expect(trainingConfigSchema.parse(config)).toEqual(config);
    }
  });
});

const SMOKE = PRESETS.smoke.config;
const LARGE = PRESETS["30b-bf16"].config;

/** Paths of everything in a config that is no object. */
function listLeaves(value: unknown, path: string[] = []): string[] {
  if (typeof value !== "object" || value === null) return [path.join(".")];
  return Object.entries(value).flatMap(([key, child]) => listLeaves(child, [...path, key]));
}

describe("TRAINING_FIELDS", () => {
  it("has every setting once, with its words, group after group", () => {
    const paths = TRAINING_FIELDS.map(({ path }) => path.join("."));
    expect(paths.toSorted()).toEqual(listLeaves(LARGE).toSorted());
    expect(TRAINING_FIELDS.filter(({ title, about }) => title === "" || about.length < 20)).toEqual(
      [],
    );
    const groups = TRAINING_FIELDS.map(({ group }) => FIELD_GROUPS.indexOf(group));
    expect(groups).toEqual(groups.toSorted((left, right) => left - right));
  });

  it("has a range that is the schema's, with the presets in it", () => {
    expect(readFieldRange(["sft", "learning_rate"])).toEqual({
      kind: "number",
      isWhole: false,
      low: 1e-6,
      high: 2e-3,
      isOptional: false,
    });
    expect(readFieldRange(["limits", "max_cost_usd"])).toMatchObject({
      isOptional: true,
      low: 0.01,
    });
    expect(readFieldRange(["base_model", "revision"])).toEqual({ kind: "text", isOptional: true });
    expect(readFieldRange(["sft", "packing"])).toEqual({ kind: "switch" });
    for (const { path } of TRAINING_FIELDS) {
      const range = readFieldRange(path);
      for (const config of [SMOKE, LARGE]) {
        const value = readField(config, path);
        if (range.kind === "choice") expect(range.choices).toContain(value);
        if (range.kind !== "number" || value === null) continue;
        expect(value).toBeGreaterThanOrEqual(range.low);
        expect(value).toBeLessThanOrEqual(range.high);
      }
    }
  });

  it("names what differs from a preset", () => {
    const changed = { ...LARGE, seed: 7, sft: { ...LARGE.sft, epochs: 2 } };
    expect(listConfigChanges(LARGE, LARGE)).toEqual([]);
    expect(listConfigChanges(LARGE, changed)).toEqual([
      { path: "/seed", title: "Seed of the adapter", before: 42, after: 7 },
      { path: "/sft/epochs", title: "Passes over the data", before: 3, after: 2 },
    ]);
  });
});

describe("listConfigWarnings", () => {
  it("warns of unusual values and not of the presets", () => {
    expect([SMOKE, LARGE].flatMap(listConfigWarnings)).toEqual([]);
    const odd = {
      ...LARGE,
      lora: { ...LARGE.lora, r_expert: 17 },
      sft: { ...LARGE.sft, learning_rate: 2e-3, grad_accum: 17 },
    };
    expect(listConfigWarnings(odd).map(({ path }) => path)).toEqual([
      "/sft/learning_rate",
      "/lora/r_expert",
      "/sft/grad_accum",
    ]);
  });
});

describe("estimateRun", () => {
  const size = {
    trainRows: 338,
    validationRows: 42,
    meanCharacters: 7_000,
    longestCharacters: 9_000,
  };

  it("plans steps as the trainer does", () => {
    expect(planSteps(LARGE, 338)).toEqual({
      rowsPerStep: 8,
      stepsPerEpoch: 43,
      totalSteps: 129,
      evalEvery: 21,
      evaluations: 6,
    });
    // So few steps that evaluating twice in each pass would give less than three evaluations.
    const short = { ...LARGE, sft: { ...LARGE.sft, epochs: 1.5 } };
    expect(planSteps(short, 16)).toMatchObject({ totalSteps: 3, evalEvery: 1, evaluations: 3 });
    expect(planSteps({ ...LARGE, sft: { ...LARGE.sft, epochs: 1.5 } }, 8)).toBeNull();
  });

  it("gives the memory and time of the large model as ranges around what is expected", () => {
    const { memoryGib, seconds, mayOverflow, tokensPerRow } = estimateRun(LARGE, size);
    // 56.9 GiB of weights and 2.7 GiB for the adapter, 65 to 80 GiB in all.
    expect(memoryGib?.low).toBeCloseTo(56.9 + 2.7 + 5, 0);
    expect(memoryGib?.high).toBeCloseTo(80, 0);
    expect(tokensPerRow).toEqual({ mean: 2000, longest: 2572 });
    expect(mayOverflow).toBe(false);
    expect(seconds?.low).toBeGreaterThan(120);
    expect(seconds?.high).toBeLessThan(7200);
  });

  it("knows nothing of other models", () => {
    const other = { ...LARGE, base_model: { id: "other/model", revision: "0".repeat(40) } };
    expect(estimateRun(other, size)).toMatchObject({ memoryGib: null, seconds: null });
    expect(estimateRun(SMOKE, { ...size, longestCharacters: 20_000 }).mayOverflow).toBe(true);
  });
});
