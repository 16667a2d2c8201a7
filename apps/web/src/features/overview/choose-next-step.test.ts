import type { Overview } from "@foundry/core/overview/overview.schema";
import { describe, expect, it } from "vitest";
import { chooseNextStep } from "./choose-next-step";

function overviewOf(samples: Partial<Overview["samples"]>): Overview {
  return {
    prompts: 10,
    promptsWithoutIr: 0,
    samples: { pending: 0, accepted: 0, corrected: 0, rejected: 0, ...samples },
    categories: [],
    lastImports: [],
    reviewers: null,
    made: null,
    verdictsLast7Days: [],
  };
}

/** As an admin sees it. */
function madeOf(counts: { datasets?: number; trainings?: number; evaluations?: number }) {
  const none = { newestDatasetSamples: 0, trainingsUnderWay: 0, adapters: 0 };
  return {
    ...none,
    datasets: 0,
    trainings: 0,
    evaluations: 0,
    evaluationsUnderWay: 0,
    ...counts,
  };
}

describe("chooseNextStep", () => {
  it.each([
    ["admin", { pending: 1, accepted: 5 }, "/review"],
    ["reviewer", { pending: 3 }, "/review"],
    ["reviewer", { accepted: 1 }, undefined],
    ["admin", {}, "/imports"],
    ["admin", { rejected: 2 }, "/imports"],
    ["reviewer", {}, undefined],
  ] as const)("sends a %s with %o to %s", (role, samples, href) => {
    expect(chooseNextStep(role, overviewOf(samples)).action?.href).toBe(href);
  });

  it.each([
    [{ accepted: 1 }, {}, "/datasets/new"],
    [{ corrected: 1, rejected: 4 }, {}, "/datasets/new"],
    [{ accepted: 1 }, { datasets: 1 }, "/training/new"],
    [{ accepted: 1 }, { datasets: 1, trainings: 1 }, "/training"],
    [{ accepted: 1 }, { datasets: 1, trainings: 1, evaluations: 1 }, "/evaluation"],
  ] as const)("sends an admin with %o and %o to %s", (samples, made, href) => {
    const overview = { ...overviewOf(samples), made: madeOf(made) };
    expect(chooseNextStep("admin", overview).action?.href).toBe(href);
  });

  it("has an admin write the IRs that are missing", () => {
    const overview = { ...overviewOf({}), promptsWithoutIr: 3 };
    expect(chooseNextStep("admin", overview)).toEqual({
      reason: "There is nothing to review yet. 3 prompts have no IR yet.",
      action: { label: "Write IRs", href: "/generate/new" },
    });
    expect(chooseNextStep("reviewer", overview).action).toBeNull();
  });

  it("counts what waits", () => {
    expect(chooseNextStep("reviewer", overviewOf({ pending: 1 })).reason).toBe(
      "1 sample waits for a verdict.",
    );
  });
});
