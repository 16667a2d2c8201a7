import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { createDatabase } from "@foundry/prisma/client";
import { createComposeStack } from "./harness/compose-stack.ts";

test("a team's services start in the order of the compose file and stop when asked", async ({
  request,
}) => {
  test.setTimeout(180_000);
  const stack = await createComposeStack();
  try {
    const redis = stack.start("redis");
    await expect.poll(() => stack.isHealthy("redis")).toBe(true);
    await stack.runOnce("migrate");

    expect(await stack.isHealthy("web")).toBe(false);
    expect(await stack.isHealthy("workers")).toBe(false);
    const [web, workers] = [stack.start("web"), stack.start("workers")];
    await expect.poll(() => stack.isHealthy("web"), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => stack.isHealthy("workers"), { timeout: 60_000 }).toBe(true);
    const health = await request.get(`${stack.webUrl}/api/health`);
    expect(await health.json()).toMatchObject({ status: "ok", queue: { backend: "redis" } });

    const db = createDatabase(stack.databaseUrl);
    const readStates = async () => (await db.import.findMany()).map(({ state }) => state);
    await expect.poll(readStates, { timeout: 60_000 }).toEqual(["done"]);
    await db.$disconnect();

    for (const child of [web, workers, redis]) {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    }
    expect(workers.exitCode).toBe(0);
    expect(await stack.isHealthy("web")).toBe(false);
  } finally {
    await stack.stop();
  }
});
