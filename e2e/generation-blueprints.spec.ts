import { expectBlueprintsWaiting } from "./harness/expect-blueprints-waiting.ts";
import { expect, test } from "./test.ts";

const COUNT = 300;
/** Only to end what hangs. */
const AT_LAST = { timeout: 200_000 };

test.use({ studioOptions: { withSampleCorpus: false, env: { ANTHROPIC_API_KEY: "" } } });

test("without a key, 300 blueprints are written, checked and wait for review", async ({
  admin: { page },
  studio,
}) => {
  test.setTimeout(260_000);
  const since = performance.now();
  await page.goto("/prompts/new");
  await page.getByRole("textbox", { name: "In total" }).fill(String(COUNT));
  await page.getByRole("textbox", { name: "Seed" }).fill("screen");
  await page.getByRole("button", { name: `Generate ${COUNT} prompts` }).click();
  await expect(page.getByRole("link", { name: "Show the prompts" })).toBeVisible(AT_LAST);
  await page.goto("/generate/new?producer=blueprint");
  await page.getByRole("button", { name: `Start: ${COUNT} prompts, free` }).click();
  const end = page.getByText(`${COUNT} new samples from ${COUNT} prompts. It cost nothing.`);
  await expect(end).toBeVisible(AT_LAST);
  await expectBlueprintsWaiting(studio, COUNT);
  const seconds = (performance.now() - since) / 1000;
  process.stdout.write(`  on the screen, ${COUNT} blueprints take ${seconds.toFixed(1)} s\n`);
});
