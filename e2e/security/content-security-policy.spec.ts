import { makeSample } from "@foundry/prisma/factories/make-sample";
import { expect, test } from "./secured-test.ts";

test("every script of a page carries the nonce of its own answer", async ({ studio }) => {
  const read = async () => {
    const answer = await fetch(`${studio.url}/setup`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    return { nonce: /'nonce-([^']+)'/.exec(policy)?.[1], policy, html: await answer.text() };
  };
  const [first, second] = [await read(), await read()];
  expect(first.nonce).toMatch(/^[\w+/]{20,}={0,2}$/);
  expect(first.nonce).not.toBe(second.nonce);
  expect(first.policy).not.toMatch(/unsafe-eval|http:|https:|\*/);
  const scripts = first.html.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) expect.soft(script).toContain(`nonce="${first.nonce}"`);
});

test("a script that came with data does not run", async ({ page, problems, studio }) => {
  problems.allow(/Content Security Policy|status of 40[14]/);
  await page.goto(studio.url);
  const hasRun = await page.evaluate(async () => {
    document.body.insertAdjacentHTML("beforeend", '<img src="x" onerror="window.hasRun = true">');
    const script = document.createElement("div");
    script.innerHTML = '<iframe srcdoc="<script>parent.hasRun = true</script>"></iframe>';
    document.body.append(script);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return "hasRun" in window;
  });
  expect(hasRun).toBe(false);
});

test("answers of the API can do nothing as a page", async ({ studio }) => {
  const { headers } = await fetch(`${studio.url}/api/health`);
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
});

test("the editor's workers run under the policy", async ({ reviewer, studio }) => {
  await makeSample(studio.db);
  await reviewer.page.goto("/review");
  // Without a worker the editor would do its work in the page and freeze it.
  await expect.poll(() => reviewer.page.workers().length).toBeGreaterThan(0);
});
