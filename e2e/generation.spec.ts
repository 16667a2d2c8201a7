import type { Page } from "@playwright/test";
import { type StandIn, startStandIn } from "./harness/stand-in.ts";
import type { StudioOptions } from "./harness/test-studio.ts";
import { expect, test as base } from "./test.ts";

const KEY = "sk-ant-test-of-the-screens-4711";
/** A run of a dozen prompts with a slow provider, on a busy machine. */
const RUN = { timeout: 60_000 };

const test = base.extend<object, { provider: StandIn; studioOptions: StudioOptions }>({
  provider: [
    async ({}, use) => {
      const provider = await startStandIn();
      await use(provider);
      await provider.stop();
    },
    { scope: "worker" },
  ],
  studioOptions: [
    async ({ provider }, use) =>
      use({
        withSampleCorpus: false,
        env: { ANTHROPIC_BASE_URL: provider.url, ANTHROPIC_API_KEY: "" },
      }),
    { scope: "worker" },
  ],
});

// A run takes its time, and a busy machine many times as long.
test.describe.configure({ mode: "serial", timeout: 300_000 });

/** Orders prompts from the templates and leads to the list of them. */
async function writePrompts(page: Page, seed: string, count: number): Promise<void> {
  await page.goto("/prompts/new");
  await page.getByRole("textbox", { name: "In total" }).fill(String(count));
  await page.getByRole("textbox", { name: "Seed" }).fill(seed);
  await page.getByRole("button", { name: `Generate ${count} prompt` }).click();
  await page.getByRole("link", { name: "Show the prompts" }).click();
  await expect(page.getByRole("checkbox", { name: "Select every shown prompt" })).toBeEnabled();
}

/** Opens the form for exactly these prompts, as the list of prompts offers it. */
async function orderForShown(page: Page, action: "Write IRs" | "Vary"): Promise<void> {
  await page.getByRole("checkbox", { name: "Select every shown prompt" }).check();
  await page
    .getByRole("region", { name: "Selected prompts" })
    .getByRole("link", { name: action })
    .click();
  await expect(page.getByRole("heading", { name: "New run" })).toBeVisible();
}

test("without a key, blueprints write, and the form says what Claude still needs", async ({
  admin,
}) => {
  const { page } = admin;
  await page.goto("/generate");
  await expect(page.getByText("Blueprints need no key and cost nothing")).toBeVisible();
  await writePrompts(page, "free", 6);
  await orderForShown(page, "Write IRs");
  await page.getByRole("radio", { name: "Claude" }).check();
  await expect(page.getByText("Claude needs a key")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Start/ })).toBeDisabled();
  await page.getByRole("radio", { name: "Blueprints" }).check();
  await page.getByRole("button", { name: "Start: 6 prompts, free" }).click();
  await expect(page.getByText("6 new samples from 6 prompts. It cost nothing.")).toBeVisible(RUN);
  await expect(page.getByRole("link", { name: "Review 6 new samples" })).toBeVisible();
});

test("a key is tested, shown masked and never sent back; the terms are acknowledged once", async ({
  admin,
}) => {
  const { page } = admin;
  await page.goto("/settings/providers");
  await page.getByLabel("API key", { exact: true }).fill(KEY);
  await page.getByRole("button", { name: "Store and test key" }).click();
  await expect(page.getByText("Works", { exact: true })).toBeVisible(RUN);
  expect(await page.content()).not.toContain(KEY);
  await page.getByRole("checkbox", { name: /I have read the terms/ }).check();
  await page.getByRole("button", { name: "Acknowledge the terms" }).click();
  await expect(page.getByText(/said on .* that the terms on training/)).toBeVisible();
});

test("a run goes on while nobody looks, and what failed is retried by its cause", async ({
  admin,
  provider,
}) => {
  const { page, context } = admin;
  await writePrompts(page, "watched", 12);
  await provider.behave({
    latencyMs: 500,
    catalogue: [{ seed: "watched", count: 12 }],
    script: ["refusal", "none", "refusal"],
  });
  await page.goto("/generate/new?producer=anthropic&repairs=0&at-once=2");
  await page.getByRole("button", { name: /^Start: 12 prompts, about \$/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Writing IRs" })).toBeVisible(RUN);
  const address = page.url();
  await page.close();

  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByText("10 new samples from 12 prompts. 2 failed.")).toBeVisible(RUN);
  await again.getByRole("button", { name: "Retry: The model refused" }).click();
  await expect(again.getByText("12 new samples from 12 prompts.")).toBeVisible(RUN);
  await expect(again.getByText("Failed, by cause")).toBeHidden();

  await again.getByText("Calls 14", { exact: true }).click();
  await expect(again.getByRole("table", { name: "Calls" }).getByRole("row")).toHaveCount(15);
  await again.getByRole("button", { name: "Candidate 1" }).last().click();
  const call = again.getByRole("dialog", { name: "Call" });
  await expect(call.getByText("Raw reply")).toBeVisible();
  await expect(call.getByRole("button", { name: "Copy the request id" })).toBeVisible();
});

test("a run is paused, resumed and cancelled", async ({ admin, provider }) => {
  const { page } = admin;
  await writePrompts(page, "paused", 12);
  await provider.behave({ latencyMs: 1_500, script: [] });
  await page.goto("/generate/new?producer=anthropic&repairs=0&at-once=1");
  await page.getByRole("button", { name: /^Start: 12 prompts/ }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("“Resume” goes on with the rest.")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("button", { name: "Cancel run" }).click();
  const question = page.getByRole("dialog", { name: "Cancel this run?" });
  await question.getByRole("button", { name: "Cancel run" }).click();
  await expect(page.getByText("The run was cancelled")).toBeVisible();
});

test("candidates are compared on the desk, and the text of another one is an edit", async ({
  admin,
  provider,
}) => {
  const { page } = admin;
  await writePrompts(page, "compared", 1);
  await provider.behave({
    latencyMs: 0,
    script: [],
    catalogue: [{ seed: "compared", count: 1 }],
  });
  await orderForShown(page, "Write IRs");
  await page.getByRole("radio", { name: "Claude" }).check();
  await page.getByRole("textbox", { name: "Candidates for each prompt" }).fill("3");
  await page.getByRole("button", { name: /^Start: 1 prompt, about \$/ }).click();
  await expect(page.getByText("1 new sample from 1 prompt.")).toBeVisible(RUN);

  await page.getByRole("table", { name: "Prompts of the run" }).getByRole("button").click();
  const drawer = page.getByRole("dialog", { name: /^Prompt/ });
  await expect(drawer.getByRole("group", { name: "Candidates" }).getByRole("button")).toHaveCount(
    3,
  );
  const link = drawer.getByRole("link", { name: /^Open sample/ });
  const sampleId = /(\d+)$/.exec((await link.textContent()) ?? "")?.[1];
  await page.goto(`/review?sample=${sampleId}`);
  await expect(page.getByRole("button", { name: "Candidates", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Accept/ })).toBeEnabled();
  await page.keyboard.press("o");
  const candidates = page.getByRole("group", { name: "Candidates" });
  await expect(candidates.getByRole("button")).toHaveCount(3);
  await page.getByRole("button", { name: "Use this text" }).click();
  await expect(page.getByRole("button", { name: /^Save correction/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /^Accept/ })).toBeVisible();
});

test("what the ledger counts is what the provider bills", async ({ admin, provider }) => {
  const { page } = admin;
  const spent = (await (await page.request.get("/api/spend")).json()) as {
    spentUsd: number;
    reservedUsd: number;
  };
  expect(spent.reservedUsd).toBe(0);
  expect(spent.spentUsd).toBeCloseTo(await provider.billedUsd(), 6);
});
