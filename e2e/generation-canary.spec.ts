import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { ROOT } from "../scripts/studio/settings.ts";
import { type EchoingProvider, startEchoingProvider } from "./harness/echoing-provider.ts";
import { dumpTables, findSecret, type Place, readFiles } from "./harness/find-secret.ts";
import type { StudioOptions } from "./harness/test-studio.ts";
import { expect, test as base } from "./test.ts";

/** What to look for; the ends differ, because the last characters of a stored key are shown. */
const CANARY = "Kanarienvogel7f3a9c51e2";
const ENVIRONMENT_KEY = `sk-ant-env-${CANARY}-1111`;
const STORED_KEY = `sk-ant-api-${CANARY}-2222`;
const ENDPOINT_KEY = `sk-own-${CANARY}-3333`;

const test = base.extend<object, { provider: EchoingProvider; studioOptions: StudioOptions }>({
  provider: [
    async ({}, use) => {
      const provider = await startEchoingProvider();
      await use(provider);
      await provider.stop();
    },
    { scope: "worker" },
  ],
  studioOptions: [
    async ({ provider }, use) =>
      use({
        withSampleCorpus: false,
        env: {
          ANTHROPIC_BASE_URL: provider.url,
          ANTHROPIC_API_KEY: ENVIRONMENT_KEY,
          LOG_LEVEL: "trace",
        },
      }),
    { scope: "worker" },
  ],
});

test("a key is nowhere but with the provider, even when the provider says it aloud", async ({
  admin,
  problems,
  provider,
  studio,
}) => {
  test.setTimeout(240_000);
  problems.allow(/Failed to load resource/);
  const heard = listen(admin.context);
  const { page } = admin;
  const headers = { "x-foundry-request": "1", origin: studio.url };
  const send = async (method: string, path: string, data?: unknown) => {
    const answer = await page.request.fetch(path, { method, headers, data });
    heard.push({ name: `answer of ${path}`, content: await answer.body() });
    return answer;
  };

  // As it should be, and as it is refused.
  const key = "/api/providers/anthropic/key";
  expect((await send("PUT", key, { key: STORED_KEY })).ok()).toBe(true);
  expect((await send("PUT", key, { key: STORED_KEY, kee: STORED_KEY })).ok()).toBe(false);
  const endpoint = { name: "Echo", baseUrl: `${provider.url}/v1`, model: "m", key: ENDPOINT_KEY };
  expect((await send("POST", "/api/providers/endpoints", endpoint)).ok()).toBe(true);
  const broken = { ...endpoint, baseUrl: ENDPOINT_KEY };
  expect((await send("POST", "/api/providers/endpoints", broken)).ok()).toBe(false);
  expect((await send("POST", "/api/providers/anthropic/terms")).ok()).toBe(true);
  const { id: endpointId } = await studio.db.producerEndpoint.findFirstOrThrow();
  await send("POST", `/api/providers/endpoints/${endpointId}/check`);
  await send("POST", "/api/providers/anthropic/check");
  const refused = { isOk: false, message: { contains: "invalid" } };
  await expect.poll(() => studio.db.providerCheck.count({ where: refused })).toBe(2);

  const prompts = { seed: "canary", quotas: { mathematical: 6 } };
  expect((await send("POST", "/api/prompt-runs", prompts)).ok()).toBe(true);
  await expect.poll(() => studio.db.prompt.count()).toBe(6);
  const order = { producer: "anthropic", model: "claude-sonnet-5-5", repairTurns: 0 };
  const started = await send("POST", "/api/generation-runs", {
    ...order,
    maxInFlight: 1,
    choice: {},
  });
  expect(started.ok(), await started.text()).toBe(true);
  const { id } = (await started.json()) as { id: string };
  await expect
    .poll(() => studio.db.generationRun.findUnique({ where: { id } }), { timeout: 60_000 })
    .toMatchObject({ state: "paused", stopReason: "authentication" });
  expect([...provider.keys].toSorted()).toEqual([ENVIRONMENT_KEY, ENDPOINT_KEY].toSorted());

  for (const path of ["/settings", "/settings/providers", "/generate", `/generate/${id}`]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
    heard.push({ name: `page ${path}`, content: Buffer.from(await page.content()) });
    await send("GET", path);
  }
  const calls = await studio.db.llmCall.findMany();
  expect(calls.length).toBeGreaterThanOrEqual(4);
  for (const call of calls) await send("GET", `/api/llm-calls/${call.id}`);
  await send("GET", `/api/generation-runs/${id}/items`);
  await send("GET", "/api/providers");

  const tables = await dumpTables(studio.db);
  // What is looked for would be found: the dump and the files hold what else was entered.
  expect(findSecret(tables, ["claude-sonnet-5-5"]).toSorted()).toContain("table public.llm_call");
  expect(findSecret(tables, ["invalid key"]).toSorted()).toContain("table public.provider_check");
  expect(tables.map(({ name }) => name).join()).toContain("table bullmq.");
  const kept = await readFiles(studio.dataDir);
  expect(kept.map(({ name }) => name)).toContain("file logs/workers.log");
  expect(findSecret(kept, ["generateIrs"])).toContain("file logs/workers.log");
  expect(findSecret(heard, ["Echo"])).not.toEqual([]);
  const built = await readFiles(join(ROOT, "apps/web/.next"));
  expect(built.length).toBeGreaterThan(50);

  const places: Place[] = [...tables, ...kept, ...heard, ...built];
  expect(findSecret(places, [CANARY])).toEqual([]);
});

/** Everything that the browser is sent from now on. */
function listen(context: BrowserContext): Place[] {
  const heard: Place[] = [];
  context.on("response", (response) => {
    // A page that is left behind takes the bodies of its answers with it.
    const content = response.body().catch(() => Buffer.alloc(0));
    void content.then((body) => heard.push({ name: `answer of ${response.url()}`, content: body }));
  });
  return heard;
}
