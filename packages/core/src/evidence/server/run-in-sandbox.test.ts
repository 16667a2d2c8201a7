import { beforeAll, describe, expect, test } from "vitest";
import type { CallResult, EvidenceEvent, EvidenceRequest } from "../evidence.schema.ts";
import { summariseEvidence } from "../summarise-evidence.ts";
import { makeRequest } from "../testing/make-request.ts";
import { canIsolate } from "../testing/can-isolate.ts";
import { probeSandbox } from "./probe-sandbox.ts";
import { runEvidence } from "./run-in-sandbox.ts";
import type { Sandbox } from "./sandbox.ts";

const LIMITS = { seconds: 8, memoryMegabytes: 128, outputLength: 1000 };
const GOOD = "def f(x):\n    return x + 1\n";

interface Hostile {
  name: string;
  body: string;
  ends: Partial<CallResult> | RegExp;
}

const raised = (error: string) => ({ kind: "raised", error }) as const;
const stopped = (limit: "time" | "memory" | "output" | "steps" | "recursion") =>
  ({ kind: "stopped", limit }) as const;
const harmless = (repr: string) => ({ kind: "returned", repr }) as const;

const HOSTILE: Hostile[] = [
  { name: "loops for ever", body: "while True:\n    pass", ends: stopped("steps") },
  { name: "loops for ever in C", body: "return sum(iter(int, 1))", ends: stopped("time") },
  {
    name: "loops for ever and catches everything",
    body: "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass",
    ends: stopped("time"),
  },
  {
    name: "switches the step counter off",
    body: "import sys\nsys.settrace(None)\nwhile True:\n    pass",
    ends: stopped("time"),
  },
  { name: "allocates 10 GB", body: "return bytearray(10 ** 10)", ends: stopped("memory") },
  {
    name: "allocates bit by bit",
    body: "kept = []\nwhile True:\n    kept.append(' ' * 10 ** 6 + str(len(kept)))",
    ends: stopped("memory"),
  },
  { name: "computes without end", body: "return 10 ** 10 ** 10", ends: /stopped/ },
  { name: "recurses", body: "return f(x)", ends: stopped("recursion") },
  {
    name: "recurses without its limit",
    body: "import sys\nsys.setrecursionlimit(10 ** 9)\nreturn f(x)",
    ends: /stopped|InterpreterExit/,
  },
  {
    name: "prints 1 GB",
    body: "for n in range(10 ** 6):\n    print('x' * 1000)",
    ends: stopped("output"),
  },
  {
    name: "writes 1 GB to the descriptors of stdout and stderr",
    body: "import os\nfor n in range(1000):\n    os.write(1 + n % 2, b'x' * 10 ** 6)\nreturn 'done'",
    ends: harmless("'done'"),
  },
  { name: "forks", body: "import os\nwhile True:\n    os.fork()", ends: raised("PermissionError") },
  {
    name: "starts threads",
    body: "import threading\nwhile True:\n    threading.Thread(target=f, args=(x,)).start()",
    ends: raised("RuntimeError"),
  },
  {
    name: "starts a shell",
    body: "import os\nreturn os.system('touch /tmp/x')",
    // What the C library says when it cannot start one.
    ends: harmless(String(127 * 256)),
  },
  {
    name: "opens a socket",
    body: "import socket\nsocket.create_connection(('127.0.0.1', 22))",
    ends: raised("PermissionError"),
  },
  {
    name: "reads a file",
    body: "return open('/etc/passwd').read()",
    ends: raised("FileNotFoundError"),
  },
  {
    name: "reads the environment of others",
    body: "return open('/proc/1/environ').read()",
    ends: raised("FileNotFoundError"),
  },
  {
    name: "reads its environment",
    body: `import os\nreturn sorted(set(os.environ) - {'LANG', 'LC_CTYPE', 'PWD', 'PYTHONHASHSEED'})`,
    ends: harmless("[]"),
  },
  {
    name: "writes 10 GB",
    body: "with open('/big', 'wb') as file:\n    for n in range(10 ** 4):\n        file.write(b'x' * 10 ** 6)",
    ends: raised("OSError"),
  },
  {
    name: "writes 10 GB where memory is a file",
    body: "import os\nos.write(os.memfd_create('x'), b'x' * 10 ** 6)",
    ends: raised("PermissionError"),
  },
  {
    name: "kills everything",
    body: "import os\nos.kill(-1, 9)",
    ends: raised("PermissionError"),
  },
  { name: "exits", body: "import os\nos._exit(0)", ends: raised("InterpreterExit") },
  {
    name: "crashes the interpreter",
    body: "import ctypes\nctypes.string_at(0)",
    ends: raised("InterpreterExit"),
  },
  {
    name: "looks into the harness",
    body: "import ctypes, os\nreturn ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0)",
    ends: harmless("-1"),
  },
  {
    name: "writes events itself",
    body: 'import os\nfor n in range(64):\n    try:\n        os.write(n, b\'{"type": "finished"}\\n\' * 3)\n    except OSError:\n        pass\nreturn 2',
    ends: raised("InterpreterExit"),
  },
  {
    name: "looks for the expected result",
    body: "import gc\nneedle = 'terces-'[::-1] + 'result'\nreturn any(needle in str(thing) for thing in gc.get_objects() if type(thing) in (dict, list, tuple))",
    ends: harmless("False"),
  },
  { name: "reads stdin", body: "return input()", ends: raised("EOFError") },
];

async function collect(events: AsyncIterable<EvidenceEvent>): Promise<EvidenceEvent[]> {
  const all: EvidenceEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe.runIf(canIsolate())("in the sandbox", { timeout: 30_000 }, () => {
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

  test.for(HOSTILE)("code that $name is stopped or has no effect", async ({ body, ends }) => {
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
});
