import type { EventHub } from "@foundry/core/events/listen-for-events";
import type { FoundryEvent } from "@foundry/core/events/publish-event";
import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { expect, it } from "vitest";
import { watchGenerationRun } from "./watch-generation-run";

const ID = "0198a000-0000-7000-8000-000000000001";
const COUNTS = { waiting: 0, running: 2, done: 0, failed: 0, cancelled: 0 };
const RUNNING = { id: ID, state: "running", counts: COUNTS, spentUsd: 0 } as GenerationRun;

/** The hub's contract in memory; the connection behind the real one is tested in core. */
function makeHub() {
  const listeners = new Set<(event: FoundryEvent) => void>();
  const hub: EventHub = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReconnect: () => () => {},
    close: async () => {},
  };
  return { hub, publish: (event: FoundryEvent) => listeners.forEach((tell) => tell(event)) };
}

it("tells every change, money alone included, until the last request is over", async () => {
  const { hub, publish } = makeHub();
  const rows: GenerationRun[] = [
    RUNNING,
    { ...RUNNING, spentUsd: 0.01 },
    { ...RUNNING, state: "cancelled", spentUsd: 0.01 },
    { ...RUNNING, state: "cancelled", spentUsd: 0.02, counts: { ...COUNTS, running: 0 } },
  ];
  let readCount = 0;
  const stream = watchGenerationRun({
    runId: ID,
    readRun: async () => rows[readCount++] ?? RUNNING,
    events: hub,
    signal: new AbortController().signal,
  });
  const seen: unknown[] = [];
  const ids = new Set<string>();
  for (let index = 0; index < rows.length; index += 1) {
    const { value } = await stream.next();
    const lines = String(value).split("\n");
    ids.add(lines.find((line) => line.startsWith("id: ")) ?? "");
    expect(lines).toContain("event: generation-run");
    seen.push(JSON.parse(lines.find((line) => line.startsWith("data: "))?.slice(6) ?? ""));
    publish({ topic: "generation-run", id: "another run" });
    publish({ topic: "generation-run", id: ID });
  }
  expect(seen).toEqual(rows);
  expect(ids.size).toBe(rows.length);
  expect(await stream.next()).toMatchObject({ done: true });
  expect(readCount).toBe(rows.length);
});
