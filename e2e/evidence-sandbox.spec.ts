import {
  GOOD,
  HOLDS,
  openSample,
  removeReference,
  resultOf,
  runWith,
  SLOW,
} from "./harness/evidence-desk.ts";
import type { TestStudio } from "./harness/test-studio.ts";
import { expect, type Person, test } from "./test.ts";

test.describe.configure({ timeout: 300_000 });

/** Climbs to the function with which the harness speaks to the page, and calls it \`emit\`. */
const FIND_EMIT = `import sys
def find_emit():
    frame = sys._getframe()
    while frame:
        for value in list(frame.f_locals.values()):
            if type(value).__module__.startswith("pyodide"):
                return value
        frame = frame.f_back
`;

type Attack = [what: string, source: string, word: string];

const OVER_A_LIMIT: Attack[] = [
  ["loops for ever", "def name_kind(value):\n    while True: pass", "lines of Python"],
  ["loops for ever in C", SLOW, "took too long"],
  [
    "allocates without end",
    "def name_kind(value):\n    kept = []\n    while True: kept.append(bytearray(10**7))",
    "needed more memory than",
  ],
  [
    "recurses without end",
    "def name_kind(value):\n    return name_kind(value)",
    "called itself too deeply",
  ],
  [
    "recurses in C",
    "def name_kind(value):\n    for _ in range(100_000): value = [value]\n    return repr(value)",
    "called itself too deeply",
  ],
  [
    "prints megabytes",
    "def name_kind(value):\n    while True: print('x' * 1_000_000)",
    "printed more than",
  ],
  ["ends the interpreter", "import os\ndef name_kind(value):\n    os._exit(3)", "Python crashed"],
];

const OUT_OF_THE_SANDBOX: Attack[] = [
  [
    "imports the page",
    "import js\ndef name_kind(value):\n    return js.document.cookie",
    "No module named 'js'",
  ],
  [
    "imports fetch",
    "def name_kind(value):\n    from js import fetch\n    return fetch('/stolen')",
    "No module named 'js'",
  ],
  [
    "imports Pyodide",
    "def name_kind(value):\n    import pyodide_js\n    return pyodide_js.runPython('1')",
    "pyodide_js",
  ],
  [
    "imports Pyodide's bridge",
    "def name_kind(value):\n    from pyodide.ffi import run_sync\n    return 'other'",
    "pyodide.ffi",
  ],
  [
    "fetches through Pyodide",
    "def name_kind(value):\n    from pyodide.http import open_url\n    return open_url('/stolen')",
    "pyodide.http",
  ],
  [
    "opens a socket",
    "import socket\ndef name_kind(value):\n    return socket.create_connection(('127.0.0.1', 80), 1)",
    "OSError",
  ],
  [
    "evaluates JavaScript through a function that it finds",
    `${FIND_EMIT}
def name_kind(value):
    return find_emit().constructor.constructor("return parent.document.cookie")()`,
    "EvalError",
  ],
];

const AS_THE_HARNESS: Attack[] = [
  [
    "floods the page",
    `${FIND_EMIT}
def name_kind(value):
    emit = find_emit()
    while True: emit('{"type": "finished"}')`,
    "Not finished",
  ],
  [
    "forges results",
    `${FIND_EMIT}
def name_kind(value):
    find_emit()('<img src="/stolen" onerror="parent.hasRun = true">')`,
    "sent something that is no result",
  ],
];

/** One after the other in one page: each shows that the one before left nothing broken. */
async function runAttacks({ page, context }: Person, studio: TestStudio, attacks: Attack[]) {
  const stolen: string[] = [];
  context.on("request", (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    const isOurs = origin === studio.url && !pathname.startsWith("/stolen");
    if (protocol !== "blob:" && !isOurs) stolen.push(request.url());
  });
  await page.keyboard.press("v");
  for (const [what, source, word] of attacks) {
    await test.step(`Python that ${what}`, async () => {
      await runWith(page, source);
      await expect(resultOf(page)).toContainText(word);
      await removeReference(page);
    });
  }
  await runWith(page, GOOD);
  await expect(resultOf(page)).toContainText("holds on all");
  expect(stolen).toEqual([]);
  expect(await page.evaluate(() => "hasRun" in window)).toBe(false);
  expect(await page.locator("img").count()).toBe(0);
}

test("Python over a limit is stopped, and the limit is named", async ({ reviewer, studio }) => {
  await openSample(reviewer, studio, HOLDS);
  await runAttacks(reviewer, studio, OVER_A_LIMIT);
});

test("Python that reaches out of the sandbox finds nothing", async ({ reviewer, studio }) => {
  await openSample(reviewer, studio, HOLDS);
  await runAttacks(reviewer, studio, OUT_OF_THE_SANDBOX);
});

test("Python that speaks for the harness is not believed", async ({ reviewer, studio }) => {
  await openSample(reviewer, studio, HOLDS);
  await runAttacks(reviewer, studio, AS_THE_HARNESS);
});

test("the frame holds nothing of the studio, even when it is opened by itself", async ({
  reviewer: { page },
  studio,
}) => {
  const response = await page.goto("/sandbox/frame");
  const policy = response?.headers()["content-security-policy"] ?? "";
  for (const directive of [
    "default-src 'none'",
    "connect-src 'none'",
    "frame-ancestors 'self'",
    "sandbox allow-scripts",
  ]) {
    expect(policy.split("; ")).toContain(directive);
  }
  expect(policy).not.toMatch(/'unsafe-eval'|'unsafe-inline'|'self' |https?:/);
  expect(await page.evaluate(() => self.origin)).toBe("null");
  const { status, headers } = await fetch(`${studio.url}/samples`);
  expect(status).toBe(401);
  expect(headers.get("x-frame-options")).toBe("DENY");
});
