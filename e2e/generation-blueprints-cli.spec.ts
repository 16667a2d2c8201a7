import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ROOT } from "../scripts/studio/settings.ts";
import { expectBlueprintsWaiting } from "./harness/expect-blueprints-waiting.ts";
import { expect, test } from "./test.ts";

const run = promisify(execFile);
const COUNT = 300;
const COMMAND = `generate --producer blueprint --prompts ${COUNT} --seed command-line --wait`;

test.use({ studioOptions: { withSampleCorpus: false, env: { ANTHROPIC_API_KEY: "" } } });

test("from the command line, 300 blueprints are written, checked and wait for review", async ({
  admin: { page },
  studio,
}) => {
  test.setTimeout(260_000);
  const created = await page.request.post("/api/tokens", {
    headers: { "x-foundry-request": "1", origin: studio.url },
    data: { name: "The command line", expiresInDays: 1 },
  });
  const { token } = (await created.json()) as { token: string };
  const since = performance.now();
  const { stdout } = await run(
    process.execPath,
    ["--import", "tsx", "apps/cli/src/main.ts", ...COMMAND.split(" ")],
    {
      cwd: ROOT,
      env: { PATH: process.env["PATH"], FOUNDRY_URL: studio.url, FOUNDRY_TOKEN: token },
      maxBuffer: 64_000_000,
    },
  );
  await expectBlueprintsWaiting(studio, COUNT);
  const seconds = (performance.now() - since) / 1000;
  process.stdout.write(
    `  from the command line, ${COUNT} blueprints take ${seconds.toFixed(1)} s\n`,
  );
  const lines = stdout.trim().split("\n");
  expect(lines).toHaveLength(COUNT + 1);
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
    state: "done",
    createdCount: COUNT,
    counts: { done: COUNT, failed: 0 },
    spentUsd: 0,
  });
});
