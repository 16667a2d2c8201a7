import type { Dismissal, DismissFinding } from "@foundry/core/findings/finding.schema";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../../components/api/api-error";
import { DismissalOutbox, type Wish } from "./dismissal-outbox";

const ID = "11111111-1111-4111-8111-111111111111";
const finding: DismissFinding = {
  sampleId: 7,
  irId: "22222222-2222-4222-8222-222222222222",
  check: "vague_effect",
  path: "/effects/0/description",
  message: "the effect is vague",
};
const other = { ...finding, path: "/effects/1/description" };
const offline = new ApiError({ status: 0, reason: "unreachable", detail: "offline" });
const refusal = new ApiError({ status: 403, reason: "forbidden", detail: "no" });

/** A browser's storage and a studio that answers as told. */
function start(answers: (Error | null)[] = []) {
  const calls: string[] = [];
  const stored: Wish[] = [];
  const refused: Wish[] = [];
  const answer = () => {
    const error = answers.shift();
    if (error) throw error;
  };
  const outbox = new DismissalOutbox(
    "ada",
    {
      dismiss: async ({ path }) => {
        calls.push(`dismiss ${path}`);
        answer();
        return { id: ID } as Dismissal;
      },
      restore: async (id) => {
        calls.push(`restore ${id}`);
        answer();
      },
    },
    { onStored: (wish) => stored.push(wish), onRefused: (wish) => refused.push(wish) },
  );
  outbox.start();
  return { outbox, calls, stored, refused };
}

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("DismissalOutbox", () => {
  it("tells the studio and then the desk", async () => {
    const { outbox, calls, stored } = start();
    outbox.want(finding, null, "dismissed");
    await vi.runAllTimersAsync();
    expect(calls).toEqual(["dismiss /effects/0/description"]);
    expect(stored).toEqual([{ finding, id: ID, wish: "dismissed" }]);
  });

  it("takes back what was just said, even before the studio answered", async () => {
    const { outbox, calls, stored } = start();
    outbox.want(finding, null, "dismissed");
    outbox.want(finding, null, "restored");
    await vi.runAllTimersAsync();
    expect(calls).toEqual(["dismiss /effects/0/description", `restore ${ID}`]);
    expect(stored).toEqual([{ finding, id: null, wish: "restored" }]);
  });

  it("keeps trying while the studio does not answer, in order", async () => {
    const { outbox, calls, stored } = start([offline, offline, null, null]);
    outbox.want(finding, null, "dismissed");
    outbox.want(other, null, "dismissed");
    await vi.runAllTimersAsync();
    expect(calls).toEqual([
      "dismiss /effects/0/description",
      "dismiss /effects/0/description",
      "dismiss /effects/0/description",
      "dismiss /effects/1/description",
    ]);
    expect(stored).toHaveLength(2);
  });

  it("gives up on what the studio refuses, and on nothing else", async () => {
    const { outbox, stored, refused } = start([refusal, null]);
    outbox.want(finding, null, "dismissed");
    outbox.want(other, null, "dismissed");
    await vi.runAllTimersAsync();
    expect(refused).toEqual([{ finding, id: null, wish: "dismissed" }]);
    expect(stored.map((wish) => wish.finding)).toEqual([other]);
  });

  it("sends from the next page what this one could not", async () => {
    const before = start([offline, offline, offline]);
    before.outbox.want(finding, null, "dismissed");
    await vi.advanceTimersByTimeAsync(100);
    before.outbox.stop();
    const after = start();
    await vi.runAllTimersAsync();
    expect(after.stored).toEqual([{ finding, id: ID, wish: "dismissed" }]);
    const third = start();
    await vi.runAllTimersAsync();
    expect(third.calls).toEqual([]);
  });
});
