import { beforeAll, describe, expect, test } from "vitest";
import type { EvidenceEvent, EvidenceRequest } from "../evidence.schema.ts";
import { summariseEvidence } from "../summarise-evidence.ts";
import { HOSTILE_CODE } from "../testing/hostile-code.ts";
import { makeRequest } from "../testing/make-request.ts";
import { canIsolate } from "../testing/can-isolate.ts";
import { probeSandbox } from "./probe-sandbox.ts";
import { runEvidence } from "./run-in-sandbox.ts";
import type { Sandbox } from "./sandbox.ts";

const LIMITS = { seconds: 8, memoryMegabytes: 128, outputLength: 1000 };
const GOOD = "def f(x):\n    return x + 1\n";

async function collect(events: AsyncIterable<EvidenceEvent>): Promise<EvidenceEvent[]> {
  const all: EvidenceEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const LIMIT = { timeout: 30_000 };

// One of the two, told by its name: what isolates is tested, what does not has to refuse.
const SUITE = canIsolate()
  ? { name: "in the sandbox", define: testHostileCode }
  : { name: "on this machine, which cannot isolate,", define: testRefusal };
describe.for([SUITE])("$name", LIMIT, ({ define }) => {
  define();
});

function testRefusal() {
  test("nothing is run, and the reason is named", async () => {
    const sandbox = await probeSandbox();
    expect(sandbox).toEqual({
      isOn: false,
      reason: expect.stringMatching(/Linux|bubblewrap|Python 3\.10/),
    });
  });
}

function testHostileCode() {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await probeSandbox();
  });

  const run = (request: EvidenceRequest, signal?: AbortSignal) => {
    if (!sandbox.isOn) throw new Error(sandbox.reason);
    return collect(runEvidence(sandbox, request, signal));
  };

  test("the probe finds that it isolates", () => {
    expect(sandbox).toMatchObject({ isOn: true, kind: "bubblewrap" });
  });

  test.for(HOSTILE_CODE)("code that $name is stopped or has no effect", async ({ body, ends }) => {
    const hostile = `def f(x):\n${body.replace(/^/gm, "    ")}\n`;
    const request = makeRequest({
      sources: [GOOD, hostile, GOOD],
      inputs: [["1"]],
      limits: LIMITS,
    });
    request.inputs = [
      { arguments: ["1"], origin: "benchmark", expected: "'-secret' and '-secretresult'" },
    ];
    const events = await run(request);
    const report = summariseEvidence(request, events);
    const [before, attacked, after] = report.implementations;
    const outcome = attacked?.results[0];
    if (ends instanceof RegExp) expect(JSON.stringify(outcome)).toMatch(ends);
    else expect(outcome).toMatchObject(ends);
    expect(before?.results).toEqual([{ kind: "returned", repr: "2", type: "int" }]);
    expect(after?.results).toEqual(before?.results);
    expect(events.filter(({ type }) => type === "finished")).toHaveLength(1);
    expect(events.at(-1)?.type).toBe("finished");
  });

  test("the run as a whole has an end, told in words, and keeps what it found", async () => {
    const slow = "def f(x):\n    return x if x == 0 else sum(iter(int, 1))\n";
    const request = makeRequest({
      sources: [slow, slow, slow],
      inputs: [["0"], ["1"], ["2"]],
      limits: { ...LIMITS, seconds: 2 },
    });
    const report = summariseEvidence(request, await run(request));
    expect(report.ending).toEqual({
      kind: "stopped",
      text: "the run was stopped because it took too long (the whole run may take 2 s)",
    });
    expect(report.implementations[0]?.results.slice(0, 2)).toEqual([
      { kind: "returned", repr: "0", type: "int" },
      { kind: "stopped", limit: "time" },
    ]);
  });

  test("hostile inputs and predicates cost only themselves", async () => {
    const request = makeRequest({
      sources: [GOOD],
      inputs: [["1"], ["sum(iter(int, 1))"], ["__import__('os')._exit(0)"], ["2"]],
      predicates: ["sum(iter(int, 1))", "__import__('os')._exit(1)", "result == x + 1"],
      limits: LIMITS,
    });
    const report = summariseEvidence(request, await run(request));
    expect(report.ending.kind).toBe("finished");
    expect(report.predicates.map(({ holds, raised: count }) => [holds, count])).toEqual([
      [0, 2],
      [0, 2],
      [2, 0],
    ]);
    expect(report.predicates.map(({ raises }) => raises?.error)).toEqual([
      "TimeoutError: the predicate took too long",
      "InterpreterExit: the predicate ended the interpreter",
      undefined,
    ]);
  });

  test("several runs at once do not disturb each other", async () => {
    const requests = [1, 2, 3].map((step) =>
      makeRequest({ sources: [`def f(x):\n    return x + ${step}\n`], limits: LIMITS }),
    );
    const results = await Promise.all(requests.map((request) => run(request)));
    expect(
      results.map((events) => events.flatMap((e) => (e.type === "call" ? [e.result] : []))),
    ).toEqual([1, 2, 3].map((step) => [{ kind: "returned", repr: String(step), type: "int" }]));
  });

  test("a cancelled run ends at once", async () => {
    const request = makeRequest({
      sources: ["def f(x):\n    return sum(iter(int, 1))\n"],
      limits: { ...LIMITS, seconds: 600 },
    });
    const controller = new AbortController();
    const running = run(request, controller.signal);
    setTimeout(() => controller.abort(new Error("not wanted any more")), 300);
    await expect(running).rejects.toThrow("not wanted any more");
  });
}
