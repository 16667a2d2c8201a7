import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ROOT } from "../scripts/studio/settings.ts";
import type { StudioOptions, TestStudio } from "./harness/test-studio.ts";
import { expect, type Person, test } from "./test.ts";

const run = promisify(execFile);
const COUNT = 300;
const KEYLESS: StudioOptions = { withSampleCorpus: false, env: { ANTHROPIC_API_KEY: "" } };
/** Only to end what hangs. */
const AT_LAST = { timeout: 200_000 };

test.use({ studioOptions: KEYLESS });
test.describe.configure({ mode: "serial", timeout: 260_000 });

/** Until every IR of blueprints is checked and its sample waits for review. */
async function expectWaiting({ db }: TestStudio, count: number): Promise<void> {
  await expect.poll(() => db.irCheck.count(), AT_LAST).toBe(count);
  expect(await db.ir.count({ where: { origin: "blueprint", isSchemaValid: true } })).toBe(count);
  expect(await db.irCheck.count({ where: { errorCount: { gt: 0 } } })).toBe(0);
  expect(await db.queueItem.count({ where: { state: "pending", risk: { not: null } } })).toBe(
    count,
  );
}

function printTime(what: string, since: number): void {
  const seconds = (performance.now() - since) / 1000;
  process.stdout.write(
    `  ${what}: ${COUNT} blueprints written, checked and waiting in ${seconds.toFixed(1)} s\n`,
  );
}

test("without a key, 300 blueprints are written, checked and wait for review", async ({
  admin: { page },
  studio,
}) => {
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
  await expectWaiting(studio, COUNT);
  printTime("screen", since);
});

test("the same from the command line", async ({ admin, studio }) => {
  const token = await createToken(admin);
  const before = await studio.db.irCheck.count();
  const since = performance.now();
  const asked = `generate --producer blueprint --prompts ${COUNT} --seed command-line --wait`;
  const { stdout } = await run(
    process.execPath,
    ["--import", "tsx", "apps/cli/src/main.ts", ...asked.split(" ")],
    {
      cwd: ROOT,
      env: { PATH: process.env["PATH"], FOUNDRY_URL: studio.url, FOUNDRY_TOKEN: token },
      maxBuffer: 64_000_000,
    },
  );
  await expectWaiting(studio, before + COUNT);
  printTime("command line", since);
  const lines = stdout.trim().split("\n");
  expect(lines).toHaveLength(COUNT + 1);
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
    state: "done",
    createdCount: COUNT,
    counts: { done: COUNT, failed: 0 },
    spentUsd: 0,
  });
});

async function createToken({ page }: Person): Promise<string> {
  await page.goto("/settings");
  const answer = await page.request.post("/api/tokens", {
    headers: { "x-foundry-request": "1", origin: new URL(page.url()).origin },
    data: { name: "The command line", expiresInDays: 1 },
  });
  return ((await answer.json()) as { token: string }).token;
}
