import { makeSample } from "@foundry/prisma/factories/make-sample";
import type { Page } from "@playwright/test";
import { expect, type Person, test } from "./test.ts";
import type { TestStudio } from "./harness/test-studio.ts";

/** Python starts in seconds, not in milliseconds, and a run that is killed takes its whole time. */
test.describe.configure({ timeout: 300_000 });
const RUN = { timeout: 60_000 };

/** A prompt is stored once, and so each test needs one of its own. */
let promptCount = 0;
const PROMPT = "Return 'integer' for an int, 'text' for a str, and 'other' for anything else.";

function writeIr(...predicates: string[]): string {
  return JSON.stringify(
    {
      intent: { summary: "Name the kind of a value." },
      signature: {
        name: "name_kind",
        parameters: [{ name: "value", type_hint: "object" }],
        returns: "str",
      },
      effects: [
        { description: "If value is an int, return LITERAL 'integer'." },
        { description: "If value is a str, return LITERAL 'text'." },
        { description: "Otherwise return LITERAL 'other'." },
      ],
      assertions: predicates.map((predicate) => ({ predicate })),
    },
    null,
    2,
  );
}

const GOOD = `def name_kind(value):
    if isinstance(value, bool):
        return "other"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, str):
        return "text"
    return "other"
`;
const HOLDS = "not isinstance(value, str) or result == 'text'";
/** Says about a bool what is only true of other ints. */
const FAILS = "not isinstance(value, int) or result == 'integer'";

const statusOf = (page: Page) => page.getByTestId("evidence-status");
const resultOf = (page: Page) => page.getByTestId("evidence-result");
const fieldOf = (page: Page) => page.getByLabel("Reference implementation");

async function openSample({ page }: Person, studio: TestStudio, ...predicates: string[]) {
  promptCount += 1;
  const prompt = `${PROMPT} (${promptCount})`;
  const { sampleId } = await makeSample(studio.db, { prompt, irRaw: writeIr(...predicates) });
  await page.goto(`/review?sample=${sampleId}`);
  await expect(page.getByRole("heading", { name: `Prompt of sample ${sampleId}` })).toBeVisible();
  return sampleId;
}

/** Types it in, as a reviewer would. */
async function runWith(page: Page, source: string) {
  await fieldOf(page).fill(source);
  await fieldOf(page).press("Control+Enter");
  await expect(resultOf(page)).toBeVisible(RUN);
}

test("a typed reference shows the input on which an assertion fails", async ({
  reviewer,
  studio,
}) => {
  const { page } = reviewer;
  const sampleId = await openSample(reviewer, studio, HOLDS, FAILS);
  const requested: string[] = [];
  page.on("request", (request) => requested.push(new URL(request.url()).pathname));

  await page.keyboard.press("v");
  await expect(fieldOf(page)).toHaveValue(
    /^# \(value: object\) -> str\ndef name_kind\(value\):/,
    RUN,
  );
  await runWith(page, GOOD);
  await expect(page.getByTestId("counter-example")).toContainText(
    "fails for value=True, where the reference returned 'other'",
  );
  await expect(resultOf(page)).toContainText("1 fail · 1 hold");
  expect(requested.filter((path) => path.startsWith("/sandbox/")).length).toBeGreaterThan(5);

  await page.getByTestId("counter-example").click();
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: `IR of sample ${sampleId}` })).toBeFocused();
  await page.keyboard.insertText("x");
  // The caret stands where the assertion begins.
  await expect(page.locator(".view-line", { hasText: 'x"predicate"' })).toContainText(
    "not isinstance(value, int)",
  );
  await expect(statusOf(page)).toHaveText("The IR has changed since this run.");
  await page.keyboard.press("Control+z");
  await expect(statusOf(page)).toHaveText("");
});

test("mistakes in the reference that no assertion notices come with one that would", async ({
  reviewer,
  studio,
}) => {
  const { page } = reviewer;
  await openSample(reviewer, studio, HOLDS);
  await page.keyboard.press("v");
  await runWith(page, GOOD);
  const group = resultOf(page).getByRole("listitem").filter({ hasText: "For value=True" });
  await expect(group.getByTestId("survivors")).toContainText("dropped if isinstance(value, bool):");
  await expect(group).toContainText("not (value is True) or result == 'other'");
});

test("a second implementation is compared with the first", async ({ reviewer, studio }) => {
  const { page } = reviewer;
  await openSample(reviewer, studio, HOLDS);
  await page.keyboard.press("v");
  await runWith(page, GOOD);
  await page.getByRole("button", { name: "Add another implementation" }).click();
  await fieldOf(page).fill(GOOD.replace("bool", "float"));
  await page.getByRole("button", { name: /Save and run/ }).click();
  await expect(page.getByTestId("disagreement")).toContainText("first for value=True", RUN);
});

test("a run can be stopped, and the next one works", async ({ reviewer, studio }) => {
  const { page } = reviewer;
  await openSample(reviewer, studio, HOLDS);
  await page.keyboard.press("v");
  await fieldOf(page).fill(SLOW);
  await fieldOf(page).press("Control+Enter");
  await expect(statusOf(page)).toContainText("Running: 0 of", RUN);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(resultOf(page)).toContainText("You stopped the run", { timeout: 2_000 });
  await removeReference(page);
  await runWith(page, GOOD);
  await expect(resultOf(page)).toContainText("holds on all");
});

/** Waits inside one call of C, where no limit of the harness reaches. */
const SLOW = `import collections, itertools
def name_kind(value):
    collections.deque(itertools.repeat(1), maxlen=0)
`;

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

async function removeReference(page: Page) {
  await page.getByText("Typed in by you").click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(fieldOf(page)).toBeVisible();
}

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

test("nothing of Python is loaded before the evidence is opened", async ({ reviewer, studio }) => {
  const { page } = reviewer;
  const requested: string[] = [];
  page.on("request", (request) => requested.push(new URL(request.url()).pathname));
  await openSample(reviewer, studio, HOLDS);
  await page.waitForLoadState("networkidle");
  expect(requested.filter((path) => path.startsWith("/sandbox"))).toEqual([]);
  await page.keyboard.press("v");
  await expect.poll(() => requested).toContain("/sandbox/files.json");
});
