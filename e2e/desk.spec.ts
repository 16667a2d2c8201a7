import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** Each test reviews its own samples: what others left pending is taken out of the queue first. */
test.beforeEach(async ({ studio }) => {
  await studio.db.queueItem.updateMany({
    where: { state: "pending" },
    data: { state: "rejected", leaseOwnerId: null, leaseExpiresAt: null },
  });
});

const promptOf = (page: Page, sampleId: number) =>
  page.getByRole("heading", { name: `Prompt of sample ${sampleId}`, exact: true });

test("skip, reject and undo by keyboard, down to the finish page", async ({ reviewer, studio }) => {
  const [first, second] = await makeCorpus(studio.db, { samples: 2 });
  if (!first || !second) throw new Error("no samples were made");
  const { page } = reviewer;
  await page.goto("/review");
  await expect(promptOf(page, first.sampleId)).toBeVisible();

  await page.keyboard.press("s");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(promptOf(page, second.sampleId)).toBeVisible();

  await page.keyboard.press("r");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /skipped/ })).toBeVisible();

  await page.keyboard.press("u");
  await expect(promptOf(page, second.sampleId)).toBeVisible();
  await page.keyboard.press("a");
  await page.getByRole("button", { name: /skipped/ }).click();
  await expect(promptOf(page, first.sampleId)).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { name: "All samples are decided" })).toBeVisible();

  const decided = await studio.db.queueItem.findMany({
    where: { sampleId: { in: [first.sampleId, second.sampleId] } },
    select: { state: true },
  });
  expect(decided.map(({ state }) => state)).toEqual(["accepted", "accepted"]);
});

test("a draft survives a reload", async ({ reviewer, studio }) => {
  const { sampleId } = await makeSample(studio.db);
  const { page } = reviewer;
  await page.goto(`/review?sample=${sampleId}`);
  await expect(promptOf(page, sampleId)).toBeVisible();
  await page.keyboard.press("e");
  const editor = page.getByRole("textbox", { name: `IR of sample ${sampleId}` });
  await expect(editor).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n  ");
  // The first Escape may close a list of suggestions.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(editor).not.toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("1");
  await expect(page.getByRole("checkbox", { name: /Literals/ })).toBeChecked();
  await page.reload();
  await expect(promptOf(page, sampleId)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Literals/ })).toBeChecked();
  await expect
    .poll(async () =>
      (await studio.db.draft.findFirst({ where: { sampleId } }))?.irRaw.endsWith("\n  "),
    )
    .toBe(true);
});

test("an IR that breaks the schema shows why and cannot be accepted", async ({
  reviewer,
  studio,
}) => {
  const { sampleId } = await makeSample(studio.db, {
    irRaw: JSON.stringify({ intent: { summary: "short" } }, null, 2),
    isSchemaValid: false,
  });
  const { page } = reviewer;
  await page.goto(`/review?sample=${sampleId}`);
  await expect(page.getByRole("list", { name: "Findings" })).toContainText("signature");
  await expect(page.locator(".squiggly-error").first()).toBeVisible();
  await page.keyboard.press("a");
  await expect(promptOf(page, sampleId)).toBeVisible();
  expect(await studio.db.review.count({ where: { sampleId } })).toBe(0);
});

test("two browsers never hold one sample", async ({ signIn, studio }) => {
  const samples = await makeCorpus(studio.db, { samples: 2 });
  const people = await Promise.all([signIn("reviewer", "Ada"), signIn("reviewer", "Bob")]);
  const heading = /^Prompt of sample \d+$/;
  const titles = await Promise.all(
    people.map(async ({ page }) => {
      await page.goto("/review");
      return page.getByRole("heading", { name: heading }).textContent();
    }),
  );
  expect(new Set(titles).size).toBe(2);

  const third = await signIn("reviewer", "Cleo");
  await third.page.goto("/review");
  await expect(
    third.page.getByRole("list", { name: "Samples with other reviewers" }),
  ).toBeVisible();
  expect(samples).toHaveLength(2);
});

test("a verdict after somebody else took the sample is refused and its work is kept", async ({
  reviewer,
  problems,
  signIn,
  studio,
}) => {
  problems.allow(/status of 409/);
  const { sampleId } = await makeSample(studio.db);
  const { page } = reviewer;
  await page.goto(`/review?sample=${sampleId}`);
  await expect(promptOf(page, sampleId)).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.type("half an hour of thought");
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  await studio.db.queueItem.update({
    where: { sampleId },
    data: { leaseExpiresAt: new Date(Date.now() - 1_000) },
  });
  const other = await signIn("reviewer", "Bob");
  await other.page.goto(`/review?sample=${sampleId}`);
  await expect(promptOf(other.page, sampleId)).toBeVisible();
  await other.page.keyboard.press("a");
  await expect
    .poll(() => studio.db.review.count({ where: { sampleId, verdict: "accept" } }))
    .toBe(1);

  problems.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(false);
  await page.keyboard.press("a");
  await expect(page.getByText(/draft is kept|is kept|was kept/i).first()).toBeVisible();
  const reviews = await studio.db.review.findMany({ where: { sampleId } });
  expect(reviews.map(({ reviewerId }) => reviewerId)).toEqual([other.user.id]);
  const draft = await studio.db.draft.findFirst({
    where: { sampleId, userId: reviewer.user.id },
  });
  expect(draft?.note).toBe("half an hour of thought");
});
