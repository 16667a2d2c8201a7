import type { Draft, SaveDraft } from "@foundry/core/reviews/review.schema";
import { describe, expect, it } from "vitest";
import type { OpenSample } from "./desk-state";
import { DraftKeeper, type DraftStatus } from "./draft-keeper";
import { startWork } from "./work";

const IR = "11111111-1111-4111-8111-111111111111";
const BASE = '{ "a": 1 }';

function openSampleNumber(sampleId: number, draft: Draft | null = null): OpenSample {
  return {
    baseText: BASE,
    dismissals: [],
    opening: sampleId,
    leased: {
      sampleId,
      leaseToken: 1,
      leaseExpiresAt: "2026-11-22T12:02:00.000Z",
      round: 1,
      prompt: { id: 1, text: "p", category: null, complexity: null, source: null },
      ir: { id: IR, version: 1, raw: '{"a":1}', isSchemaValid: true },
      draft,
      dismissals: [],
      risk: null,
    },
  };
}

function makeKeeper(save?: (draft: SaveDraft) => Promise<void>) {
  const saved: [sampleId: number, text: string][] = [];
  const discarded: number[] = [];
  const statuses: DraftStatus[] = [];
  const keeper = new DraftKeeper(
    "ada",
    {
      save: async (sampleId, draft) => {
        await save?.(draft);
        saved.push([sampleId, draft.irRaw]);
        return { ...draft, updatedAt: "2026-11-22T12:00:00.000Z" };
      },
      discard: async (sampleId) => void discarded.push(sampleId),
    },
    (status) => statuses.push(status),
  );
  return { keeper, saved, discarded, statuses };
}

const work = (text: string) => ({ ...startWork(BASE), text });

describe("DraftKeeper", () => {
  it("saves the last of many changes, once, after a moment's rest", async () => {
    const { keeper, saved, statuses } = makeKeeper();
    keeper.open(openSampleNumber(7), startWork(BASE));
    for (const text of ["x", "xy", "xyz"]) keeper.change(work(text));
    await expect.poll(() => statuses.at(-1), { timeout: 5_000 }).toBe("saved");
    expect(saved).toEqual([[7, "xyz"]]);
  });

  it("saves the sample that is left before the next one is opened", async () => {
    const { keeper, saved } = makeKeeper();
    keeper.open(openSampleNumber(7), startWork(BASE));
    keeper.change(work("x"));
    keeper.open(openSampleNumber(8), startWork(BASE));
    await expect.poll(() => saved, { timeout: 5_000 }).toEqual([[7, "x"]]);
  });

  it("saves nothing that has become a verdict", async () => {
    const { keeper, saved } = makeKeeper();
    keeper.open(openSampleNumber(7), startWork(BASE));
    keeper.change(work("x"));
    await keeper.hold();
    keeper.forget(7);
    keeper.open(openSampleNumber(8), startWork(BASE));
    keeper.change(work("y"));
    await expect.poll(() => saved, { timeout: 5_000 }).toEqual([[8, "y"]]);
  });

  it("waits with a verdict for a save under way", async () => {
    let finish = () => {};
    const { keeper, saved } = makeKeeper(() => new Promise((resolve) => (finish = resolve)));
    keeper.open(openSampleNumber(7), startWork(BASE));
    keeper.change(work("x"));
    keeper.flush();
    const held = keeper.hold().then(() => saved.length);
    finish();
    expect(await held).toBe(1);
  });

  it("removes the draft of work that was taken back", async () => {
    const draft: Draft = {
      baseIrId: IR,
      irRaw: "x",
      checklist: [],
      note: null,
      updatedAt: "2026-11-22T12:00:00.000Z",
    };
    const { keeper, discarded, statuses } = makeKeeper();
    keeper.open(openSampleNumber(7, draft), work("x"));
    expect(statuses.at(-1)).toBe("saved");
    keeper.change(startWork(BASE));
    keeper.flush();
    await expect.poll(() => statuses.at(-1), { timeout: 5_000 }).toBe("none");
    expect(discarded).toEqual([7]);
  });

  it("says that a save failed, and tries again", async () => {
    let failures = 1;
    const { keeper, saved, statuses } = makeKeeper(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("no network");
    });
    keeper.open(openSampleNumber(7), startWork(BASE));
    keeper.change(work("x"));
    keeper.flush();
    await expect.poll(() => statuses.at(-1), { timeout: 5_000 }).toBe("failed");
    keeper.flush();
    await expect.poll(() => saved, { timeout: 5_000 }).toEqual([[7, "x"]]);
  });
});
