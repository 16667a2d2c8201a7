import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { compareModels, type ComparedItem } from "./compare-models.ts";
import { metricScoresSchema, modelComparisonSchema } from "./evaluation.schema.ts";
import { METRIC_IDS, type MetricScores } from "./metrics.ts";

// Ten thousand draws for each comparison.
vi.setConfig({ testTimeout: 60_000 });

function score(value: boolean | null): ComparedItem["first"] {
  const scores = Object.fromEntries(METRIC_IDS.map((id) => [id, value])) as MetricScores;
  return { scores, fieldF1: value === true ? 1 : 0.5 };
}

function listItems(counts: Record<"both" | "wins" | "losses" | "none", number>): ComparedItem[] {
  const outcomes = {
    both: [true, true],
    wins: [false, true],
    losses: [true, false],
    none: [false, false],
  };
  return (Object.keys(outcomes) as (keyof typeof outcomes)[]).flatMap((key) =>
    Array.from({ length: counts[key] }, (_, index) => ({
      group: `${key} ${index}`,
      first: score(outcomes[key][0] ?? null),
      second: score(outcomes[key][1] ?? null),
    })),
  );
}

function compareSchema(items: ComparedItem[]) {
  return compareModels(items).metrics.find(({ metric }) => metric === "schema_valid");
}

describe("compareModels", () => {
  it.each([
    [{ both: 30, wins: 6, losses: 0, none: 7 }, "better", "better"],
    [{ both: 30, wins: 0, losses: 6, none: 7 }, "worse", "worse"],
    [
      { both: 30, wins: 5, losses: 0, none: 8 },
      "not distinguishable",
      "not distinguishable (n = 43)",
    ],
    [{ both: 20, wins: 10, losses: 2, none: 11 }, "better", "better"],
    [
      { both: 20, wins: 9, losses: 2, none: 12 },
      "not distinguishable",
      "not distinguishable (n = 43)",
    ],
    [
      { both: 0, wins: 0, losses: 0, none: 0 },
      "not distinguishable",
      "not distinguishable (n = 0)",
    ],
  ])("says of %j: %s", (counts, verdict, words) => {
    expect(compareSchema(listItems(counts))).toMatchObject({ verdict, words });
  });

  it("counts wins, losses and ties, with rates, intervals and the target", () => {
    const found = compareSchema(listItems({ both: 30, wins: 9, losses: 0, none: 4 }));
    expect(found).toMatchObject({ items: 43, wins: 9, losses: 0, ties: 34 });
    expect(found?.first).toMatchObject({ right: 30, target: "missed" });
    expect(100 * (found?.first.interval?.low ?? 0)).toBeCloseTo(54.9, 1);
    expect(100 * (found?.second.interval?.high ?? 0)).toBeCloseTo(96.3, 1);
    expect(found?.difference?.difference).toBeCloseTo(9 / 43, 10);
    const all = compareSchema(listItems({ both: 43, wins: 0, losses: 0, none: 0 }));
    expect(all?.second).toMatchObject({ share: 1, target: "open", itemsToShowTarget: 381 });
    const many = compareSchema(listItems({ both: 400, wins: 0, losses: 0, none: 0 }));
    expect(many?.second.target).toBe("reached");
  });

  it("gives what its schema says, also after a way through JSON", () => {
    const items = listItems({ both: 3, wins: 2, losses: 1, none: 1 });
    const found = compareModels(items);
    expect(modelComparisonSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(metricScoresSchema.parse(items[0]?.first.scores)).toEqual(items[0]?.first.scores);
  });

  it("leaves out items to which a metric does not apply", () => {
    const items = [
      ...listItems({ both: 3, wins: 0, losses: 0, none: 1 }),
      { group: "x", first: score(null), second: score(null) },
    ];
    const { metrics, fieldF1 } = compareModels(items);
    expect(metrics.map(({ items: count }) => count)).toEqual(METRIC_IDS.map(() => 4));
    expect(fieldF1.items).toBe(5);
    const none = compareSchema([{ group: "x", first: score(null), second: score(null) }]);
    expect(none).toMatchObject({ items: 0, difference: null });
    expect(none?.first).toEqual({
      right: 0,
      share: null,
      interval: null,
      target: null,
      itemsToShowTarget: null,
    });
  });

  it("never says better of what is not, and turns round with the models", () => {
    const count = fc.nat(25);
    fc.assert(
      fc.property(count, count, count, count, (both, wins, losses, none) => {
        const items = listItems({ both, wins, losses, none });
        const turned = items.map(({ group, first, second }) => ({
          group,
          first: second,
          second: first,
        }));
        const [one, other] = [compareSchema(items), compareSchema(turned)];
        if (wins <= losses) expect(one?.verdict).not.toBe("better");
        const opposite = { better: "worse", worse: "better", "not distinguishable": undefined };
        expect(other?.verdict).toBe(opposite[one?.verdict ?? "better"] ?? "not distinguishable");
      }),
      { numRuns: 60 },
    );
  });

  it("draws groups and not items, so that many alike items prove little", () => {
    const alike = Array.from({ length: 40 }, (_, index) => ({
      group: `${index % 2}`,
      first: score(index % 2 === 0),
      second: score(true),
    }));
    expect(compareModels(alike).fieldF1.verdict).toBe("not distinguishable");
    const apart = alike.map((item, index) => ({ ...item, group: `${index}` }));
    expect(compareModels(apart).fieldF1).toMatchObject({
      verdict: "better",
      first: 0.75,
      second: 1,
    });
  });
});
