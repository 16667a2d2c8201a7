import type { Page } from "@playwright/test";
import {
  FAILS,
  fieldOf,
  GOOD,
  HOLDS,
  openSample,
  removeReference,
  resultOf,
  RUN,
  runWith,
  SLOW,
} from "./harness/evidence-desk.ts";
import { expect, test } from "./test.ts";

test.describe.configure({ timeout: 300_000 });

const statusOf = (page: Page) => page.getByTestId("evidence-status");

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
