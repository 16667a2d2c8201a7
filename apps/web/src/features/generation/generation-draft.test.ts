import type { Providers } from "@foundry/core/generation/provider.schema";
import { expect, test } from "vitest";
import { readDraft, START_DRAFT, startPurpose, writeDraft } from "./generation-draft";
import { chooseProducer, toOrder } from "./to-order";

const ID = "0193f1a0-0000-7000-8000-000000000001";
const PROVIDERS: Providers = {
  anthropic: {
    keySource: "stored",
    hint: "…abcd",
    storedBy: "Ada",
    storedAt: null,
    check: null,
    isBeingChecked: false,
    termsUrl: "https://example.org/terms",
    terms: { acknowledgedBy: "Ada", acknowledgedAt: "2026-11-22T10:00:00.000Z" },
  },
  endpoints: [],
  models: [makeModel("old", "retired"), makeModel("new", "active")],
};

function makeModel(id: string, lifecycle: "active" | "retired"): Providers["models"][number] {
  return {
    id,
    provider: "anthropic",
    title: id,
    prices: null,
    pricedOn: null,
    isEdited: false,
    lifecycle,
    retiresAt: null,
    maxTokens: null,
    lookedAt: null,
  };
}

test("what is written is read again", () => {
  const draft = {
    ...START_DRAFT,
    producer: "anthropic" as const,
    model: "some-model",
    effort: "high" as const,
    mode: "batch" as const,
    candidatesPerPrompt: 3,
    repairTurns: 0,
    fewShotSetId: ID,
    onDoubt: "hold" as const,
    maxInFlight: 16,
    budgetUsd: 2.5,
    choice: {
      ...START_DRAFT.choice,
      categories: ["list_operations", "a & b"],
      complexities: ["easy" as const],
      promptRunId: ID,
      withoutIr: false,
      promptIds: [1, 20, 300],
      limit: 10,
    },
  };
  expect(readDraft(new URLSearchParams(writeDraft(draft)))).toEqual(draft);
});

test("the form as it begins leaves the address bare", () => {
  expect(writeDraft(START_DRAFT)).toBe("");
  expect(readDraft(new URLSearchParams())).toEqual(START_DRAFT);
});

test("variations begin with prompts that have an IR", () => {
  const draft = readDraft(new URLSearchParams("purpose=variations&prompts=4"));
  expect(draft.choice.withoutIr).toBe(false);
  expect(draft.variationsPerPrompt).toBe(3);
  expect(writeDraft(draft)).toBe("purpose=variations&prompts=4");
});

test("an address with unknown values is read as if they were not there", () => {
  const query = new URLSearchParams(
    "producer=other&candidates=99&repairs=x&examples=7&prompts=1,z&limit=0&complexity=odd&budget=-1",
  );
  expect(readDraft(query)).toEqual(START_DRAFT);
});

test("the order leaves out what its producer has no use for", () => {
  const draft = { ...START_DRAFT, candidatesPerPrompt: 4, budgetUsd: 1, mode: "batch" as const };
  expect(toOrder({ ...draft, producer: "blueprint" }, PROVIDERS)).toMatchObject({
    candidatesPerPrompt: 1,
    repairTurns: 0,
    budgetUsd: null,
    mode: "direct",
    model: null,
  });
  expect(toOrder({ ...draft, producer: "anthropic" }, PROVIDERS)).toMatchObject({
    candidatesPerPrompt: 4,
    budgetUsd: 1,
    mode: "batch",
    model: "new",
  });
});

test("without a key the blueprints write, but they vary nothing", () => {
  const without: Providers = {
    ...PROVIDERS,
    anthropic: { ...PROVIDERS.anthropic, keySource: "none" },
  };
  expect(chooseProducer(START_DRAFT, PROVIDERS)).toBe("anthropic");
  expect(chooseProducer(START_DRAFT, without)).toBe("blueprint");
  expect(chooseProducer(startPurpose(START_DRAFT, "variations"), without)).toBe("anthropic");
});
