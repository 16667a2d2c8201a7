import { expect } from "@playwright/test";
import type { TestStudio } from "./test-studio.ts";

/** Until so many IRs of blueprints are checked and their samples wait for review; nothing else is there. */
export async function expectBlueprintsWaiting({ db }: TestStudio, count: number): Promise<void> {
  // Only to end what hangs.
  await expect.poll(() => db.irCheck.count(), { timeout: 200_000 }).toBe(count);
  expect(await db.ir.count({ where: { origin: "blueprint", isSchemaValid: true } })).toBe(count);
  expect(await db.irCheck.count({ where: { errorCount: { gt: 0 } } })).toBe(0);
  const waiting = { state: "pending", risk: { not: null } } as const;
  expect(await db.queueItem.count({ where: waiting })).toBe(count);
}
