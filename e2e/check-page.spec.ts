import { makeSample } from "@foundry/prisma/factories/make-sample";
import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

// The counts are of all samples, so these tests have a studio of their own.
test.use({ studioOptions: { withSampleCorpus: false } });

const PROMPT = "Return 'too short' if the text has fewer than 8 characters, and 'ok' otherwise.";
const IR = JSON.stringify({
  intent: { summary: "Say whether a text is long enough." },
  signature: {
    name: "rate_length",
    parameters: [{ name: "text", type_hint: "str" }],
    returns: "str",
  },
  effects: [
    { description: "If len(text) < 8, return 'too short'." },
    { description: "Otherwise return LITERAL 'ok'." },
  ],
  assertions: [
    { predicate: "text != '' or result == 'too short'" },
    { predicate: "len(text) != 7 or result == 'too short'" },
    { predicate: "len(text) != 8 or result == 'ok'" },
  ],
});

/** A check's entry by its id, which the samples' filter uses too. */
const entry = (page: Page, check: string) => page.locator(`#check-${check}`);

test.describe.configure({ timeout: 120_000 });

test("a check shows what it flags and how often it was right", async ({
  admin,
  signIn,
  studio,
}) => {
  const { sampleId } = await makeSample(studio.db, { prompt: PROMPT, irRaw: IR });
  const { page } = admin;
  await page.goto("/checks");
  await page.getByRole("button", { name: "Check everything again" }).click();
  await expect(page.getByText("The one IR is checked.")).toBeVisible();
  await expect(page.getByText("measured on 60 built-in IRs")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("#schema_invalid")).toContainText("60 of 60");
  const check = entry(page, "unmarked_literal");
  await expect(check.getByText("no clicks yet")).toBeVisible();

  const reviewer = await signIn("reviewer");
  await reviewer.page.goto(`/review?sample=${sampleId}`);
  await expect(reviewer.page.getByRole("heading", { name: "Findings (1)" })).toBeVisible();
  await reviewer.page.keyboard.press("g");
  await reviewer.page.keyboard.press("x");
  await expect.poll(() => studio.db.findingDismissal.count({ where: { sampleId } })).toBe(1);

  await page.reload();
  await expect(check).toContainText("0 % 0–79 %, 0 of 1");
  await check.getByRole("link", { name: "1 sample" }).click();
  await expect(page).toHaveURL(/\/samples\?check=unmarked_literal$/);
  await expect(page.getByText("All 1 sample shown")).toBeVisible();
  await page.getByRole("link", { name: PROMPT }).click();
  await expect(page.getByRole("region", { name: "Findings" })).toContainText("not a problem");
});

test("examples show the flagged place; only admins start the checks", async ({ reviewer }) => {
  const { page } = reviewer;
  await page.goto("/checks");
  const check = entry(page, "unmarked_literal");
  await check.getByText(/^\d+ examples?$/).click();
  await expect(check.locator("mark").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Check everything again" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Checks", exact: true })).toBeVisible();
});
