import { readFile } from "node:fs/promises";
import { makePromptWithIr } from "@foundry/prisma/factories/make-prompt-with-ir";
import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const RECORDS = Array.from({ length: 200 }, (_, index) => makePromptWithIr(index));
const FILE = RECORDS.map(({ prompt, irRaw, category, complexity }) =>
  JSON.stringify({ prompt, ir: irRaw, category, complexity }),
).join("\n");

/** A first run needs a studio where nobody was before. */
test.use({
  studioOptions: { withSampleCorpus: false },
  permissions: ["clipboard-read", "clipboard-write"],
});

test("a new team imports 200 samples, reviews 10 by keyboard and exports exactly those", async ({
  page,
  problems,
}) => {
  problems.allow(/status of 401/);

  await test.step("create the admin", async () => {
    await page.goto("/");
    await page.getByLabel("Name").fill("Ada Lovelace");
    await page.getByLabel("E-mail").fill("ada@example.org");
    await page.getByLabel("Password", { exact: true }).fill("a long enough passphrase");
    await page.getByRole("button", { name: "Create admin and start" }).click();
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  });

  await test.step("import the file", async () => {
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Import" })
      .click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "corpus.jsonl", mimeType: "text/plain", buffer: Buffer.from(FILE) });
    await expect(page.getByRole("heading", { name: "corpus.jsonl" })).toBeVisible();
    await page.getByRole("link", { name: /Review the 200 new samples/ }).click();
  });

  const accepted: number[] = [];
  const corrected: number[] = [];
  await test.step("review ten with the keyboard alone", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const sampleId = await readSampleId(page);
      const isCorrection = turn % 5 === 4;
      if (isCorrection) await correctByKeyboard(page, sampleId);
      else await acceptByKeyboard(page);
      (isCorrection ? corrected : accepted).push(sampleId);
      await expect.poll(() => readSampleId(page)).not.toBe(sampleId);
    }
    await expect(page.getByRole("progressbar", { name: "Samples decided" })).toHaveAttribute(
      "aria-valuenow",
      "10",
    );
  });

  await test.step("export and find exactly those ten", async () => {
    await page.goto("/export");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Download 10 samples as Prompt–completion/ }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\n");
    const rows = lines.map(
      (line) =>
        JSON.parse(line) as {
          completion: string;
          metadata: { sample_id: number; review: string };
        },
    );
    const idsOf = (review: string) =>
      rows.filter((row) => row.metadata.review === review).map((row) => row.metadata.sample_id);
    expect(idsOf("accepted").sort(byNumber)).toEqual(accepted.sort(byNumber));
    expect(idsOf("corrected").sort(byNumber)).toEqual(corrected.sort(byNumber));
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      expect(row.completion.includes("Corrected by hand")).toBe(
        row.metadata.review === "corrected",
      );
    }
  });
});

async function readSampleId(page: Page): Promise<number> {
  const heading = await page.getByRole("heading", { name: /^Prompt of sample \d+$/ }).textContent();
  return Number(heading?.match(/\d+/)?.[0]);
}

async function acceptByKeyboard(page: Page) {
  for (const key of ["1", "2", "3", "4", "a"]) await page.keyboard.press(key);
}

/** Writes another summary in the editor, and saves from inside it. */
async function correctByKeyboard(page: Page, sampleId: number) {
  const { irRaw } = RECORDS[sampleId - 1] ?? {};
  if (!irRaw) throw new Error(`sample ${sampleId} is not of this file`);
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: /^IR of sample/ })).toBeFocused();
  await page.keyboard.press("Control+a");
  // Pasted, because an editor indents and closes brackets in what is typed.
  const corrected = irRaw.replace('"summary": "', '"summary": "Corrected by hand: ');
  await page.evaluate((text) => navigator.clipboard.writeText(text), corrected);
  await page.keyboard.press("Control+v");
  await expect(page.getByRole("button", { name: "Save correction" })).toBeEnabled();
  await page.keyboard.press("Control+Enter");
}

function byNumber(a: number, b: number) {
  return a - b;
}
