import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { acceptBlueprints } from "./harness/accept-blueprints.ts";
import { expect, test } from "./test.ts";

/** Enough for three splits with families that stay together, and for a run of a few minutes. */
const SAMPLES = 60;
/** Real training on a processor that other programs use as well. */
const WORK = { timeout: 900_000 };

test.use({ studioOptions: { withSampleCorpus: false, withLocalRunner: true } });
test.describe.configure({ mode: "serial", timeout: 1_800_000 });

const counter = (page: Page, label: string) =>
  page.locator("dl > div", { has: page.getByText(label, { exact: true }) }).locator("dd");

/** The values of a plot, as its file gives them: a line for each step, the first in its head. */
async function readCurve(page: Page, plot: string): Promise<string[]> {
  await page.getByRole("button", { name: `Save ${plot}` }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Values as CSV" }).click();
  return (await readFile(await (await download).path(), "utf8")).trimEnd().split("\r\n");
}

test("from accepted samples to an adapter and its score, on the screens alone", async ({
  admin,
  studio,
}) => {
  await acceptBlueprints(studio, SAMPLES);
  const { page, context } = admin;

  await page.goto("/datasets");
  await page.getByRole("link", { name: "New dataset" }).first().click();
  await page.getByRole("button", { name: `Freeze ${SAMPLES} samples` }).click();
  await expect(page.getByText("none of its rows ever changes")).toBeVisible();

  await page.getByRole("link", { name: "Train on it" }).click();
  await expect(page.getByRole("radio", { name: "Smoke test" })).toBeChecked();
  await page.getByRole("button", { name: "Start training" }).click();
  // The trainer's own environment may have to be installed first.
  await expect(page.getByRole("status").filter({ hasText: "Training" })).toBeVisible(WORK);
  const loss = "Loss, nats a token";
  const line = page.getByRole("figure", { name: loss }).locator("path.recharts-line-curve").first();
  await expect(line).toBeVisible(WORK);
  const drawn = await line.getAttribute("d");
  await expect(line).not.toHaveAttribute("d", drawn ?? "", WORK);
  const before = await readCurve(page, loss);
  const address = page.url();
  await page.close();

  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByRole("link", { name: /^Download/ })).toBeVisible(WORK);
  const after = await readCurve(again, loss);
  expect(after.length).toBeGreaterThan(before.length);
  // The last line seen may have been of a step whose evaluation was still to come.
  expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  const steps = after.slice(1).map((row) => Number(row.split(",")[0]));
  expect(steps).toEqual(steps.map((_, index) => index + 1));
  await expect(counter(again, "Step")).toHaveText(String(steps.length));

  const download = again.waitForEvent("download");
  await again.getByRole("link", { name: /^Download/ }).click();
  const adapter = await readFile(await (await download).path());
  const sha256 = createHash("sha256").update(adapter).digest("hex");
  await expect(again.getByRole("region", { name: "Adapter" })).toContainText(sha256);

  await again.getByRole("button", { name: "Evaluate on the test split" }).click();
  await expect(again.getByRole("heading", { name: "Evaluation 1" })).toBeVisible();
  await expect(again.getByRole("region", { name: "What it says" })).toBeVisible(WORK);
  await expect(again.getByRole("region", { name: "Origin" })).toContainText(sha256);
  await expect(again.getByText("This was look 1 at this test split")).toBeVisible();
  const validity = again.getByRole("row", { name: "Schema validity" });
  await expect(
    validity.getByRole("img", {
      name: /^Base model \d+ %, 95 % interval .+ to .+, adapter \d+ %, 95 % interval .+, target 99 %$/,
    }),
  ).toBeVisible();
  await expect(validity).toContainText(/n = \d+, target above 99 %/);
  await expect(validity).toContainText(/(Better|Worse|Not distinguishable \(n = \d+\))/);
});

test("what a model gets wrong is found by its metric and looked at item by item", async ({
  admin,
}) => {
  const { page } = admin;
  await page.goto("/evaluation");
  await page.getByRole("table", { name: "Evaluations" }).getByRole("link").first().click();
  await page.getByRole("combobox", { name: "Metric" }).click();
  await page.getByRole("option", { name: "Schema validity" }).click();
  await page.getByText("Adapter wrong", { exact: true }).click();
  await expect(page).toHaveURL(/metric=schema_valid&model=adapter/);
  const items = page.getByRole("table", { name: "Items" }).getByRole("link");
  await page.reload();
  await expect(page.getByRole("radio", { name: "Adapter wrong" })).toBeChecked();
  await expect(items.nth(1)).toBeVisible();

  await items.first().click();
  await expect(page.getByRole("region", { name: "Expected", exact: true })).toBeVisible();
  const first = page.url();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(first);
  await expect(page.getByRole("link", { name: "Previous item" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(first);
  await expect(page.getByRole("region", { name: "Base model, scored" })).toContainText(
    "Schema validity",
  );
  await expect(page.getByRole("region", { name: "Adapter, scored" })).toContainText(
    "Differences from the reviewed IR",
  );

  await page.getByRole("link", { name: "Evaluation 1" }).click();
  await expect(page).toHaveURL(/metric=schema_valid&model=adapter/);
});
