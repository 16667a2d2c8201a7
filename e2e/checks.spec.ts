import { makeSample } from "@foundry/prisma/factories/make-sample";
import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** Each test has a prompt of its own: one text is in the studio only once. */
const writePrompt = (thing: string) =>
  `Return 'too short' if the text of a ${thing} has fewer than 8 characters, and 'ok' otherwise.`;

/** A right IR; `shortEffect` is the step that the tests make wrong. */
function makeIr(shortEffect = "If len(text) < 8, return LITERAL 'too short'."): string {
  return JSON.stringify({
    intent: { summary: "Say whether a text is long enough." },
    signature: {
      name: "rate_length",
      parameters: [{ name: "text", type_hint: "str" }],
      returns: "str",
    },
    effects: [{ description: shortEffect }, { description: "Otherwise return LITERAL 'ok'." }],
    assertions: [
      { predicate: "text != '' or result == 'too short'" },
      { predicate: "len(text) != 7 or result == 'too short'" },
      { predicate: "len(text) != 8 or result == 'ok'" },
    ],
  });
}

const UNMARKED = "If len(text) < 8, return 'too short'.";

async function openDesk(page: Page, sampleId: number): Promise<void> {
  await page.goto(`/review?sample=${sampleId}`);
  await expect(page.getByRole("textbox", { name: `IR of sample ${sampleId}` })).toBeVisible();
}

/** Where a word of the editor is on the screen, in the first line that has both. */
async function findWord(page: Page, line: string, word: string) {
  const found = page.locator(".view-line", { hasText: line }).first();
  await expect(found).toBeVisible();
  return found.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`no ${wanted} on the screen`);
  }, word);
}

const squiggles = (page: Page) => page.locator(".squiggly-error, .squiggly-warning");
const textOf = (page: Page) => page.locator(".view-lines");

test("a flaw typed into the editor is marked, mended with one key, and undone", async ({
  reviewer,
  studio,
}) => {
  const { sampleId } = await makeSample(studio.db, {
    prompt: writePrompt("comment"),
    irRaw: makeIr(),
  });
  const { page } = reviewer;
  await openDesk(page, sampleId);
  await expect(page.getByText("The checks have nothing to say.")).toBeVisible();
  await expect(squiggles(page)).toHaveCount(0);

  const marker = await findWord(page, "too short", "LITERAL");
  await page.mouse.dblclick(marker.x, marker.y);
  await page.keyboard.press("Delete");
  await expect(squiggles(page).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Findings (1)" })).toBeVisible();

  await page.keyboard.press("Escape");
  await page.keyboard.press(".");
  await expect(squiggles(page)).toHaveCount(0);
  await expect(textOf(page)).toContainText("LITERAL 'too short'");

  await page.keyboard.press("Control+z");
  await expect(squiggles(page).first()).toBeVisible();
});

test("the editor offers the same fix at the cursor", async ({ reviewer, studio }) => {
  const { sampleId } = await makeSample(studio.db, {
    prompt: writePrompt("title"),
    irRaw: makeIr(UNMARKED),
  });
  const { page } = reviewer;
  await openDesk(page, sampleId);
  await expect(squiggles(page).first()).toBeVisible();
  const place = await findWord(page, "too short", "short");
  await page.mouse.click(place.x, place.y);
  await page.keyboard.press("Control+.");
  await expect(page.locator(".action-widget").first()).toContainText("LITERAL");
  await page.keyboard.press("Enter");
  await expect(squiggles(page)).toHaveCount(0);
  await expect(textOf(page)).toContainText("LITERAL 'too short'");
});

test("a finding called not a problem is set aside, kept over a lost network, and taken back", async ({
  problems,
  reviewer,
  studio,
}) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED/);
  const { sampleId } = await makeSample(studio.db, {
    prompt: writePrompt("message"),
    irRaw: makeIr(UNMARKED),
  });
  const { page } = reviewer;
  const count = () => studio.db.findingDismissal.count({ where: { sampleId } });
  await openDesk(page, sampleId);
  await expect(squiggles(page).first()).toBeVisible();
  const risk = page.getByText(/^Likely to change/).locator("strong");
  const before = await risk.innerText();

  await page.context().setOffline(true);
  await page.keyboard.press("g");
  await page.keyboard.press("x");
  await expect(page.getByText("1 called not a problem")).toBeVisible();
  await expect(squiggles(page)).toHaveCount(0);
  await expect(page.getByText(/^Likely to change/)).not.toContainText(before);
  expect(await count()).toBe(0);
  await page.context().setOffline(false);
  await expect.poll(count).toBe(1);

  await page.reload();
  await expect(page.getByText("1 called not a problem")).toBeVisible();
  await page.keyboard.press("Shift+X");
  await expect(page.getByRole("heading", { name: "Findings (1)" })).toBeVisible();
  await expect.poll(count).toBe(0);
});

test("of very many findings the first are listed, and more on demand", async ({
  reviewer,
  studio,
}) => {
  const ir = JSON.parse(makeIr()) as Record<string, unknown>;
  const assertions = Array.from({ length: 120 }, (_, index) => ({
    predicate: `the text is longer than ${index}`,
  }));
  const { sampleId } = await makeSample(studio.db, {
    prompt: writePrompt("novel"),
    irRaw: JSON.stringify({ ...ir, assertions }),
  });
  const { page } = reviewer;
  await openDesk(page, sampleId);
  const items = page.getByRole("button", { name: "Not a problem", exact: true });
  await expect(items).toHaveCount(50);
  await page.getByRole("button", { name: /^\d+ more$/ }).click();
  await expect(items).toHaveCount(100);
  // One step back from the first is the last, which is then in sight.
  await page.keyboard.press("g");
  await page.keyboard.press("Shift+G");
  await expect(page.locator("[aria-current=true]")).toBeInViewport();
  await expect(page.getByRole("button", { name: /^\d+ more$/ })).toHaveCount(0);
});

test("a literal leads from the prompt to the IR and back", async ({ reviewer, studio }) => {
  const { sampleId } = await makeSample(studio.db, {
    prompt: writePrompt("note"),
    irRaw: makeIr(),
  });
  const { page } = reviewer;
  await openDesk(page, sampleId);
  const prompt = page.getByTestId("prompt-text");
  const literal = prompt.getByRole("button", { name: "'too short'" });
  await expect(literal).toHaveAttribute("data-status", "found");
  await literal.hover();
  await expect(page.locator(".foundry-highlight").first()).toBeVisible();

  const place = await findWord(page, "Otherwise", "'ok'");
  await page.mouse.move(place.x, place.y);
  await expect(prompt.getByRole("button", { name: "'ok'" })).toHaveAttribute(
    "data-pointed",
    "true",
  );
  await expect(literal).not.toHaveAttribute("data-pointed", "true");
});

test("a literal that the IR changes stands first", async ({ reviewer, studio }) => {
  const { sampleId } = await makeSample(studio.db, {
    prompt: writePrompt("review"),
    irRaw: makeIr().replaceAll("'ok'", "'fine'"),
  });
  const { page } = reviewer;
  await openDesk(page, sampleId);
  const first = page.getByRole("region", { name: "Literals" }).getByRole("listitem").first();
  await expect(first).toContainText("ok");
  await expect(first).toContainText("Altered");
});

test("checks that cannot be loaded are missed in sight, and fetched again", async ({
  reviewer,
  studio,
}) => {
  const { sampleId } = await makeSample(studio.db, {
    prompt: writePrompt("letter"),
    irRaw: makeIr(UNMARKED),
  });
  const { page } = reviewer;
  await page.addInitScript(() => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        const isOff = options?.name === "checks" && document.body.dataset["checks"] !== "on";
        if (isOff) throw new Error("no worker today");
        super(url, options);
      }
    };
  });
  await openDesk(page, sampleId);
  const alert = page.getByRole("alert").filter({ hasText: "checks could not be loaded" });
  await expect(alert).toBeVisible();
  await page.evaluate(() => {
    document.body.dataset["checks"] = "on";
  });
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Findings (1)" })).toBeVisible();
  await expect(alert).toBeHidden();
});
