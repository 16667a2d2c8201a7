import type { LeasedSample } from "@foundry/core/reviews/review.schema";
import { describe, expect, it } from "vitest";
import type { DeskEvent, DeskState } from "./desk-state";
import { openSample } from "./open-sample";
import { reduceDesk } from "./reduce-desk";
import { startDesk } from "./start-desk";

const ID = "11111111-1111-4111-8111-111111111111";
const finding = { check: "vague_effect", path: "/effects/0", message: "the effect is vague" };
const leased: LeasedSample = {
  sampleId: 7,
  leaseToken: 1,
  leaseExpiresAt: "2026-11-22T12:02:00.000Z",
  round: 1,
  prompt: { id: 1, text: "Return 'short'.", category: null, complexity: null, source: null },
  ir: { id: ID, version: 1, raw: '{"a":1}', isSchemaValid: true },
  draft: null,
  dismissals: [],
  risk: null,
};
const problem = { reason: "forbidden", detail: "no", requestId: null };

function reviewing(dismissals: LeasedSample["dismissals"] = []): DeskState {
  const state = startDesk({ includeSkipped: false }, null);
  const opening = openSample({ ...leased, dismissals }, null, 1);
  return { ...state, phase: { kind: "reviewing", ...opening, problem: null } };
}

function run(state: DeskState, ...events: DeskEvent[]): DeskState {
  return events.reduce(reduceDesk, state);
}

function dismissalsOf({ phase }: DeskState) {
  return "sample" in phase ? phase.sample?.dismissals : undefined;
}

const dismissed: DeskEvent = { type: "finding_dismissed", finding };
const restored: DeskEvent = { type: "finding_restored", finding };

describe("dismissals on the desk", () => {
  it("are there at once, said, and taken back at once", () => {
    const after = run(reviewing(), dismissed);
    expect(dismissalsOf(after)).toEqual([{ ...finding, id: null, byMe: true }]);
    expect(after.said?.deed).toEqual({ what: "dismissed", finding });
    const back = run(after, restored);
    expect(dismissalsOf(back)).toEqual([]);
    expect(back.said?.deed.what).toBe("restored");
  });

  it("are said once, however often the key is pressed", () => {
    expect(dismissalsOf(run(reviewing(), dismissed, dismissed))).toHaveLength(1);
  });

  it("learn the studio's id", () => {
    const stored: DeskEvent = { type: "dismissal_stored", sampleId: 7, finding, id: ID };
    expect(dismissalsOf(run(reviewing(), dismissed, stored))?.[0]?.id).toBe(ID);
  });

  it("come back when the studio refuses, and the desk says so", () => {
    const refused: DeskEvent = {
      type: "dismissal_refused",
      sampleId: 7,
      finding,
      wish: "dismissed",
      problem,
    };
    const after = run(reviewing(), dismissed, refused);
    expect(dismissalsOf(after)).toEqual([]);
    expect(after.phase).toMatchObject({ problem });
  });

  it("of others stay when the reviewer takes their own back", () => {
    const others = { ...finding, id: ID, byMe: false, createdAt: "2026-11-22T12:00:00.000Z" };
    const after = run(reviewing([others]), dismissed, restored);
    expect(dismissalsOf(after)).toEqual([others]);
  });

  it("that belong to another sample change nothing here", () => {
    const state = run(reviewing(), dismissed);
    const elsewhere: DeskEvent = { type: "dismissal_stored", sampleId: 8, finding, id: ID };
    expect(run(state, elsewhere)).toBe(state);
  });

  it("cannot be made while a verdict is on its way", () => {
    const state: DeskState = {
      ...reviewing(),
      phase: { kind: "refused", request: { includeSkipped: false }, problem },
    };
    expect(run(state, dismissed)).toBe(state);
  });
});
