import type { EventHub } from "@foundry/core/events/listen-for-events";
import type { FoundryEvent } from "@foundry/core/events/publish-event";
import type { Import } from "@foundry/core/imports/import.schema";
import { describe, expect, it } from "vitest";
import { watchImport } from "./watch-import";

const ID = "0198a000-0000-7000-8000-000000000001";

const waiting: Import = {
  id: ID,
  fileName: "prompts.jsonl",
  byteCount: 100,
  bytesDone: 0,
  format: null,
  state: "waiting",
  recordCount: 0,
  promptCount: 0,
  sampleCount: 0,
  duplicateCount: 0,
  badCount: 0,
  strippedCount: 0,
  error: null,
  createdBy: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  startedAt: null,
  finishedAt: null,
};

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
  const publish = (event: FoundryEvent) => listeners.forEach((listener) => listener(event));
  return { hub, publish, countListeners: () => listeners.size };
}

function watch(options: { rows: Import[]; signal?: AbortSignal; heartbeatMs?: number }) {
  const { hub, publish, countListeners } = makeHub();
  let readCount = 0;
  const stream = watchImport({
    importId: ID,
    readImport: async () => {
      const row = options.rows[Math.min(readCount, options.rows.length - 1)] ?? waiting;
      readCount += 1;
      return row;
    },
    events: hub,
    signal: options.signal ?? new AbortController().signal,
    heartbeatMs: options.heartbeatMs ?? 60_000,
  });
  return { stream, publish, countListeners, countReads: () => readCount };
}

const running: Import = { ...waiting, state: "running", recordCount: 5 };
const done: Import = { ...waiting, state: "done", recordCount: 9, bytesDone: 100 };

describe("watchImport", () => {
  it("begins with the present state and ends with the import", async () => {
    const { stream, publish, countListeners } = watch({ rows: [waiting, running, done] });
    const first = (await stream.next()).value;
    expect(first).toMatch(/^retry: \d+\nid: waiting-0-0\nevent: import\ndata: \{.*\}\n\n$/);
    publish({ topic: "import", id: ID });
    expect((await stream.next()).value).toContain("id: running-5-0\n");
    publish({ topic: "import", id: ID });
    expect((await stream.next()).value).toContain("id: done-9-100\n");
    expect((await stream.next()).done).toBe(true);
    expect(countListeners()).toBe(0);
  });

  it("ends at once when the import has ended", async () => {
    const { stream } = watch({ rows: [done] });
    expect((await stream.next()).value).toContain('"state":"done"');
    expect((await stream.next()).done).toBe(true);
  });

  it("does not miss a change that happens while the state is sent", async () => {
    const { stream, publish } = watch({ rows: [waiting, done] });
    await stream.next();
    publish({ topic: "import", id: ID });
    publish({ topic: "import", id: ID });
    expect((await stream.next()).value).toContain("id: done-9-100\n");
  });

  it("stays silent about other imports and other topics", async () => {
    const { stream, publish, countReads } = watch({ rows: [waiting, done], heartbeatMs: 300 });
    await stream.next();
    publish({ topic: "import", id: "another" });
    publish({ topic: "queue", id: ID });
    expect(countReads()).toBe(1);
    expect((await stream.next()).value).toContain("id: done-9-100\n");
  });

  it("sends a comment when nothing changed", async () => {
    const { stream } = watch({ rows: [running], heartbeatMs: 10 });
    await stream.next();
    expect((await stream.next()).value).toMatch(/^:.*\n\n$/);
  });

  it("fails before the first event when the import may not be seen", async () => {
    const { hub, countListeners } = makeHub();
    const stream = watchImport({
      importId: ID,
      readImport: () => Promise.reject(new Error("no such import")),
      events: hub,
      signal: new AbortController().signal,
    });
    await expect(stream.next()).rejects.toThrow("no such import");
    expect(countListeners()).toBe(0);
  });

  it("ends, and unsubscribes, when its reader is gone", async () => {
    const reader = new AbortController();
    const { stream, countListeners } = watch({ rows: [running], signal: reader.signal });
    await stream.next();
    const next = stream.next();
    reader.abort();
    expect((await next).done).toBe(true);
    expect(countListeners()).toBe(0);
  });
});
