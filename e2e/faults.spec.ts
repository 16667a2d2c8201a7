import { makePromptWithIr } from "@foundry/prisma/factories/make-prompt-with-ir";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { expect, test } from "./test.ts";

const UNHURRIED = { "x-foundry-request": "1", "content-type": "application/octet-stream" };

test("workers killed in the middle of an import: every record arrives once", async ({
  admin,
  studio,
}) => {
  const count = 4_000;
  const body = Array.from({ length: count }, (_, index) => {
    const { prompt, irRaw } = makePromptWithIr(500_000 + index);
    return JSON.stringify({ prompt: `${prompt} (${index})`, ir: irRaw });
  }).join("\n");
  const before = await studio.db.sample.count();
  const answer = await admin.page.request.post("/api/imports?fileName=big.jsonl", {
    headers: { ...UNHURRIED, origin: studio.url },
    data: Buffer.from(body),
  });
  expect(answer.status()).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  const read = () => studio.db.import.findUniqueOrThrow({ where: { id } });

  await expect.poll(async () => (await read()).recordCount, { intervals: [20] }).toBeGreaterThan(0);
  const atKill = (await read()).recordCount;
  await studio.kill("workers");
  expect(atKill).toBeLessThan(count);

  await expect.poll(async () => (await read()).state, { timeout: 50_000 }).toBe("done");
  expect(await read()).toMatchObject({ recordCount: count, sampleCount: count, badCount: 0 });
  expect(await studio.db.sample.count()).toBe(before + count);
});

test("the web server killed in the middle of a verdict: it is recorded once", async ({
  problems,
  reviewer,
  studio,
}) => {
  problems.allow(/Failed to load resource|ERR_/);
  await studio.db.queueItem.updateMany({
    where: { state: "pending" },
    data: { state: "rejected" },
  });
  const { sampleId } = await makeSample(studio.db);
  const { page } = reviewer;
  await page.goto(`/review?sample=${sampleId}`);
  await expect(page.getByRole("textbox", { name: `IR of sample ${sampleId}` })).toBeVisible();

  const killed = studio.kill("web");
  await page.keyboard.press("a");
  await killed;
  await studio.untilHealthy();
  await expect
    .poll(() => studio.db.review.count({ where: { sampleId } }), { timeout: 40_000 })
    .toBe(1);
  await expect(page.getByRole("progressbar", { name: "Samples decided" })).toBeHidden();
});
