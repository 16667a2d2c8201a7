import { describe, expect, it } from "vitest";
import { planStep, type StepCall, type StepCandidate, type StepRules } from "./plan-step.ts";

const rules: StepRules = { candidatesPerPrompt: 1, repairTurns: 0, onDoubt: "retry" };

function call(fields: Partial<StepCall>): StepCall {
  const { slot = 0, turn = 0, attempt = 1 } = fields;
  const id = `${slot}.${turn}.${attempt}`;
  return { id, slot, turn, attempt, state: "settled", outcome: "ok", ...fields };
}

const times = (count: number, fields: Partial<StepCall>) =>
  Array.from({ length: count }, (_, index) => call({ ...fields, attempt: index + 1 }));
const clean = (slot: number, turn = 0): StepCandidate => ({ slot, turn, errorCount: 0 });
const faulty = (slot: number, turn = 0): StepCandidate => ({ slot, turn, errorCount: 2 });

describe("planStep", () => {
  it("begins with the first request", () => {
    expect(planStep([], [], rules)).toMatchObject({ kind: "send", slot: 0, turn: 0, attempt: 1 });
  });

  it("looks at an answer before anything else, whatever candidate it is of", () => {
    const calls = [call({ state: "sending", outcome: null }), call({ slot: 3, state: "received" })];
    expect(planStep(calls, [], rules)).toEqual({ kind: "settle", callId: "3.0.1" });
  });

  it("sends a request that was written down and not sent, under its own number", () => {
    const calls = [call({ outcome: "overloaded" }), call({ attempt: 2, state: "planned" })];
    expect(planStep(calls, [], rules)).toMatchObject({ plannedId: "0.0.2", attempt: 2 });
  });

  it("closes after a clean reply", () => {
    expect(planStep([call({})], [clean(0)], { ...rules, repairTurns: 2 })).toEqual({
      kind: "close",
    });
  });

  it.each([
    ["a reply with errors", call({}), [faulty(0)]],
    ["an unreadable reply", call({ outcome: "invalid" }), []],
  ])("shows %s its findings as long as there are turns", (_, reply, candidates) => {
    const step = planStep([reply], candidates, { ...rules, repairTurns: 1 });
    expect(step).toMatchObject({ kind: "send", turn: 1, attempt: 1 });
    expect(planStep([reply], candidates, rules)).toEqual({ kind: "close" });
    const repaired = [reply, call({ turn: 1, outcome: "invalid" })];
    expect(planStep(repaired, candidates, { ...rules, repairTurns: 1 })).toEqual({ kind: "close" });
  });

  it.each(["refused", "truncated"] as const)("does not repair a %s reply", (outcome) => {
    const step = planStep([call({ outcome })], [], { ...rules, repairTurns: 3 });
    expect(step).toEqual({ kind: "close" });
  });

  it("goes on to the next candidate, also after one that failed", () => {
    const calls = [call({ outcome: "refused" }), call({ slot: 1 })];
    const step = planStep(calls, [clean(1)], { ...rules, candidatesPerPrompt: 3 });
    expect(step).toMatchObject({ kind: "send", slot: 2, turn: 0, attempt: 1 });
  });

  it("asks a busy provider five times, with more and more failures behind it", () => {
    const busy = { outcome: "overloaded" as const };
    expect(planStep(times(4, busy), [], rules)).toMatchObject({ attempt: 5, failCount: 4 });
    expect(planStep(times(5, busy), [], rules)).toEqual({ kind: "close" });
  });

  it.each(["rate_limited", "cancelled", "failed"] as const)(
    "asks again after %s however often",
    (outcome) => {
      expect(planStep(times(40, { outcome }), [], rules)).toMatchObject({ attempt: 41 });
    },
  );

  it("asks three times for what nobody knows the end of, and not at all when told to hold", () => {
    const lost = { state: "in_doubt" as const, outcome: "timeout" as const };
    expect(planStep(times(2, lost), [], rules)).toMatchObject({ attempt: 3 });
    expect(planStep(times(3, lost), [], rules)).toEqual({ kind: "close" });
    expect(planStep(times(1, lost), [], { ...rules, onDoubt: "hold" })).toEqual({ kind: "close" });
  });

  it("doubts a request that another worker was sending", () => {
    const calls = [call({ state: "sending", outcome: null })];
    expect(planStep(calls, [], rules)).toEqual({ kind: "doubt", callId: "0.0.1" });
  });
});
