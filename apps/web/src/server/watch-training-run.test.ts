import type { EventHub } from "@foundry/core/events/listen-for-events";
import type { FoundryEvent } from "@foundry/core/events/publish-event";
import type { EventPlace } from "@foundry/core/runners/page-task-events";
import type { TrainingEvent } from "@foundry/core/training/list-training-events";
import { PRESETS } from "@foundry/core/training/presets";
import type { TrainingRun } from "@foundry/core/training/training-run.schema";
import { describe, expect, it } from "vitest";
import { watchTrainingRun } from "./watch-training-run";

const ID = "0198a000-0000-7000-8000-000000000001";
const AT = "2026-01-01T00:00:00.000Z";
const RUN: TrainingRun = {
  id: ID,
  taskId: ID,
  number: 1,
  title: "A run",
  preset: "smoke",
  state: "running",
  phase: "sft",
  progress: 0,
  attempt: 1,
  isStopping: false,
  error: null,
  dataset: { id: ID, number: 1, title: "A dataset" },
  createdBy: "Ada",
  createdAt: AT,
  startedAt: AT,
  finishedAt: null,
  config: PRESETS.smoke.config,
  configSha256: "a",
  datasetSha256: "b",
  systemPromptSha256: "c",
  runner: null,
  waitingFor: null,
  lastSeq: 0,
  lastEventAt: null,
  canResume: false,
  hasCheckpoint: false,
  adapter: null,
  artifacts: [],
  report: null,
  evaluations: [],
};

const event = (attempt: number, seq: number): TrainingEvent => ({
  attempt,
  seq,
  type: "step",
  at: AT,
  data: { step: seq },
});

/** The rows as the database holds them; pages of two. */
function makeStudio(stored: TrainingEvent[]) {
  const listeners = new Set<(event: FoundryEvent) => void>();
  const state = { run: RUN };
  const events: EventHub = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReconnect: () => () => {},
    close: async () => {},
  };
  const ending = new AbortController();
  const watch = (after: EventPlace | null, heartbeatMs = 60_000) =>
    watchTrainingRun({
      readRun: async () => state.run,
      readEvents: async (place) =>
        stored
          .filter(
            ({ attempt, seq }) =>
              place === null ||
              attempt > place.attempt ||
              (attempt === place.attempt && seq > place.seq),
          )
          .slice(0, 2),
      taskId: ID,
      after,
      events,
      signal: ending.signal,
      heartbeatMs,
    });
  return {
    state,
    watch,
    end: () => ending.abort(),
    tell: (change: Partial<TrainingRun>, ...told: TrainingEvent[]) => {
      stored.push(...told);
      state.run = { ...state.run, ...change };
      for (const listener of listeners) listener({ topic: "runner-task", id: ID });
    },
    countListeners: () => listeners.size,
  };
}

const idsOf = (messages: string[]) =>
  messages.flatMap((message) => /^id: (.+)$/m.exec(message)?.[1] ?? []);

async function take(stream: AsyncGenerator<string>, count: number): Promise<string[]> {
  const messages: string[] = [];
  while (messages.length < count) {
    const { done, value } = await stream.next();
    if (done === true) break;
    messages.push(value);
  }
  return messages;
}

describe("watchTrainingRun", () => {
  it("gives the state, then everything that was told, then what comes", async () => {
    const studio = makeStudio([event(1, 1), event(1, 2), event(2, 1)]);
    const stream = studio.watch(null);
    const first = await take(stream, 5);
    expect(first[0]).toMatch(/^retry: \d+\n\n$/);
    expect(first[1]).toMatch(/^event: training-run\ndata: \{.*\}\n\n$/);
    expect(first[1]).not.toContain("id:");
    expect(idsOf(first)).toEqual(["1.1", "1.2", "2.1"]);
    expect(first[2]).toContain("event: runner-event\n");
    studio.tell({ progress: 0.5 }, event(2, 2));
    const next = await take(stream, 2);
    expect(next.join("")).toContain('"progress":0.5');
    expect(idsOf(next)).toEqual(["2.2"]);
    studio.tell({ state: "succeeded" }, event(2, 3), event(2, 4), event(2, 5));
    const last = await take(stream, 10);
    expect(last.join("")).toContain('"state":"succeeded"');
    expect(idsOf(last)).toEqual(["2.3", "2.4", "2.5"]);
    expect(studio.countListeners()).toBe(0);
  });

  it.each<[EventPlace, string[]]>([
    [{ attempt: 1, seq: 1 }, ["1.2", "2.1"]],
    [{ attempt: 1, seq: 99 }, ["2.1"]],
    [{ attempt: 2, seq: 1 }, []],
  ])("goes on behind %j without a gap and without a double", async (after, ids) => {
    const studio = makeStudio([event(1, 1), event(1, 2), event(2, 1)]);
    studio.state.run = { ...RUN, state: "failed" };
    const messages = await take(studio.watch(after), 10);
    expect(messages[1]).toContain('"state":"failed"');
    expect(idsOf(messages)).toEqual(ids);
  });

  it("sees by itself what no message told, and ends when its reader is gone", async () => {
    const studio = makeStudio([]);
    const stream = studio.watch(null, 10);
    await take(stream, 2);
    expect(await take(stream, 1)).toEqual([": still here\n\n"]);
    studio.state.run = { ...RUN, progress: 0.9 };
    expect((await take(stream, 1))[0]).toContain('"progress":0.9');
    const waiting = take(stream, 1);
    studio.end();
    await waiting;
    expect((await stream.next()).done).toBe(true);
    expect(studio.countListeners()).toBe(0);
  });
});
