import { recordReviewSchema } from "@foundry/core/reviews/review.schema";
import { expect, it } from "vitest";
import { buildVerdict, type Choice } from "./build-verdict";
import type { OpenSample } from "./desk-state";

const ID = "33333333-3333-4333-8333-333333333333";
const raw = '{"intent":{"n":9007199254740993}}';
const sample: OpenSample = {
  leased: {
    sampleId: 7,
    leaseToken: 4,
    leaseExpiresAt: "2026-11-22T12:02:00.000Z",
    round: 1,
    prompt: { id: 1, text: "p", category: null, complexity: null, source: null },
    ir: { id: ID, version: 1, raw, isSchemaValid: true },
    draft: null,
    dismissals: [],
    risk: null,
  },
  baseText: "",
  dismissals: [],
  opening: 1,
};
const work = {
  text: '{\n  "intent": { "n": 9007199254740994 }\n}',
  checklist: [true, false, false, true],
  note: "  why \n",
};

it.each<[Choice, object]>([
  [{ verdict: "accept" }, { verdict: "accept" }],
  [{ verdict: "correct" }, { verdict: "correct", irRaw: '{"intent":{"n":9007199254740994}}' }],
  [
    { verdict: "reject", reasons: ["wrong_order"] },
    { verdict: "reject", reasons: ["wrong_order"] },
  ],
  [
    { verdict: "skip", reasons: ["unsure"] },
    { verdict: "skip", reasons: ["unsure"] },
  ],
])("%j becomes a request that the studio takes", (choice, fields) => {
  const verdict = buildVerdict(ID, sample, work, choice);
  expect(recordReviewSchema.parse(verdict)).toEqual({
    id: ID,
    sampleId: 7,
    leaseToken: 4,
    baseIrId: ID,
    checklist: [true, false, false, true],
    note: "why",
    ...fields,
  });
});

it("sends no empty note", () => {
  expect(buildVerdict(ID, sample, { ...work, note: "  " }, { verdict: "accept" }).note).toBeNull();
});
