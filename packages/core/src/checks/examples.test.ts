import { describe, expect, it } from "vitest";
import { buildExampleIr } from "./build-example-ir.ts";
import { CHECKS, CHECK_INFOS } from "./check-catalogue.ts";
import { checkIr } from "./check-ir.ts";
import type { CheckExample } from "./check.ts";
import { writeExample } from "./write-example.ts";
import { ERROR_TYPE_IDS } from "./error-types.ts";
import { RIGHT_BRANCHING_IRS } from "./testing/right-branching-irs.ts";
import { RIGHT_LOOPING_IRS } from "./testing/right-looping-irs.ts";
import { RIGHT_TEXT_IRS } from "./testing/right-text-irs.ts";

const flagged = CHECK_INFOS.flatMap(({ id, examples }) =>
  examples.flags.map((example, index) => [id, index, example] as const),
);
const passing = CHECK_INFOS.flatMap(({ id, examples }) =>
  examples.passes.map((example, index) => [id, index, example] as const),
);

describe("the catalogue of checks", () => {
  it("uses no id twice", () => {
    const ids = CHECK_INFOS.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+(?:_[a-z]+)*$/.test(id))).toEqual([]);
  });

  it("has a check for every error type", () => {
    const covered = new Set(CHECK_INFOS.map(({ errorType }) => errorType));
    expect(ERROR_TYPE_IDS.filter((errorType) => !covered.has(errorType))).toEqual([]);
  });

  it("says of every check what it looks for", () => {
    const bare = CHECK_INFOS.filter(
      ({ title, description }) => title === "" || description.length < 40,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it("has examples on both sides for every check that reads the content", () => {
    const oneSided = CHECKS.filter(
      ({ examples: { flags, passes } }) => flags.length === 0 || passes.length === 0,
    );
    expect(oneSided.map(({ id }) => id)).toEqual([]);
  });

  it.each(flagged)("%s flags its example %i at the place that it names", (id, _, example) => {
    expect(findWith(id, example).map(({ path }) => path)).toContain(example.path);
  });

  it.each(passing)("%s is silent on its example %i", (id, _, example) => {
    expect(findWith(id, example)).toEqual([]);
  });
});

describe("right IRs in other hands", () => {
  const examples = [...RIGHT_BRANCHING_IRS, ...RIGHT_LOOPING_IRS, ...RIGHT_TEXT_IRS];
  it.each(examples.map(({ prompt, ir }) => [ir.name, prompt, ir] as const))(
    "%s has nothing that a person must look at",
    (_, prompt, ir) => {
      const { findings } = checkIr(prompt, JSON.stringify(buildExampleIr(ir)));
      expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    },
  );
});

function findWith(id: string, example: CheckExample) {
  const { findings } = checkIr(example.prompt, writeExample(example));
  return findings.filter(({ check }) => check === id);
}
