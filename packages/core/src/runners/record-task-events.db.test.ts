import { describe, expect } from "vitest";
import { heartbeatTask } from "./heartbeat-task.ts";
import { recordTaskEvents } from "./record-task-events.ts";
import { recordEventsSchema, type RunnerEventInput } from "./runner-protocol.schema.ts";
import { makeIdentity, runnerTest } from "./testing/runner-test.ts";

const step = (seq: number, data: Record<string, unknown> = {}): RunnerEventInput => ({
  seq,
  ts: "2026-11-23T10:00:00.123Z",
  type: "step",
  data: { step: seq, total_steps: 10, loss: 1 / seq, ...data },
});
const steps = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => step(first + index));

describe("events of a task", () => {
  runnerTest(
    "are kept once each, however often and in whatever pieces they come",
    async ({ db, connect, start, runner, take }) => {
      await start();
      const { taskId, ...held } = await take();
      const send = (events: RunnerEventInput[]) =>
        recordTaskEvents(connect({ poolSize: 1 }), runner, taskId, { ...held, events });
      expect(await send(steps(1, 3))).toEqual({ lastSeq: 3 });
      // The answer was lost: the same again, then with more behind it.
      expect(await send(steps(1, 3))).toEqual({ lastSeq: 3 });
      expect(await send(steps(2, 5))).toEqual({ lastSeq: 5 });
      expect(await send([])).toEqual({ lastSeq: 5 });
      await Promise.all([send(steps(6, 8)), send(steps(6, 8)), send(steps(6, 8))]);
      const kept = await db.runnerEvent.findMany({ orderBy: { seq: "asc" } });
      expect(kept.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(kept[7]).toMatchObject({ attempt: 1, type: "step", data: step(8).data });
      // What was told first stands.
      await send([step(8, { loss: 99 })]);
      const [eighth] = await db.runnerEvent.findMany({ where: { seq: 8 } });
      expect(eighth?.data).toEqual(step(8).data);
    },
  );

  runnerTest("are refused behind a gap, all of them", async ({ db, start, runner, take }) => {
    await start();
    const { taskId, ...held } = await take();
    const send = (events: RunnerEventInput[]) =>
      recordTaskEvents(db, runner, taskId, { ...held, events });
    await send(steps(1, 2));
    await expect(send(steps(4, 5))).rejects.toMatchObject({ reason: "event_gap", expectedSeq: 3 });
    await expect(send([step(3), step(5)])).rejects.toMatchObject({ expectedSeq: 4 });
    expect(await db.runnerEvent.count()).toBe(2);
    expect(await send(steps(3, 5))).toEqual({ lastSeq: 5 });
  });

  runnerTest(
    "say where the task stands, and keep its lease",
    async ({ db, start, runner, take }) => {
      await start();
      const { taskId, ...held } = await take();
      const read = () => db.runnerTask.findUniqueOrThrow({ where: { id: taskId } });
      const before = await read();
      const phase = { ...step(1), type: "phase", data: { name: "loading_model" } };
      await recordTaskEvents(db, runner, taskId, { ...held, events: [phase] });
      expect(await read()).toMatchObject({ phase: "loading_model", progress: null, lastSeq: 1 });
      const sft = { ...step(2), type: "phase", data: { name: "sft", progress: 0 } };
      const unknown = { ...step(4), type: "of.tomorrow", data: { any: [1, null] } };
      const events = [sft, step(3), unknown];
      await recordTaskEvents(db, runner, taskId, { ...held, events });
      const after = await read();
      expect(after).toMatchObject({ phase: "sft", progress: 0.3, lastSeq: 4 });
      expect(after.leaseExpiresAt?.getTime()).toBeGreaterThan(
        before.leaseExpiresAt?.getTime() ?? 0,
      );
      expect(await db.runnerEvent.count()).toBe(4);
    },
  );

  runnerTest(
    "of a runner that does not hold the task are refused",
    async ({ db, start, runner, take }) => {
      await start();
      const { taskId, ...held } = await take();
      const other = await makeIdentity(db);
      const send = (as: typeof runner, change: object) =>
        recordTaskEvents(db, as, taskId, { ...held, events: [step(1)], ...change });
      const lost = { code: "conflict", reason: "lease_lost" };
      await expect(send(other, {})).rejects.toMatchObject(lost);
      await expect(send(runner, { leaseToken: held.leaseToken + 1 })).rejects.toMatchObject(lost);
      await expect(send(runner, { attempt: 2 })).rejects.toMatchObject(lost);
      await expect(heartbeatTask(db, other, taskId, held)).rejects.toMatchObject(lost);
      expect(await db.runnerEvent.count()).toBe(0);
      expect(await send(runner, {})).toEqual({ lastSeq: 1 });
    },
  );

  runnerTest("must be in the form that is asked for", () => {
    const body = { leaseToken: "1", attempt: 1, events: [step(1)] };
    expect(recordEventsSchema.parse(body)).toMatchObject({ leaseToken: 1 });
    const bad = [
      { ...body, leaseToken: 1 },
      { ...body, attempt: 0 },
      { ...body, events: [{ ...step(1), seq: 0 }] },
      { ...body, events: [{ ...step(1), seq: 1.5 }] },
      { ...body, events: [{ ...step(1), type: "DROP TABLE" }] },
      { ...body, events: [{ ...step(1), ts: "yesterday" }] },
      { ...body, events: [{ ...step(1), data: [] }] },
      { ...body, events: steps(1, 201) },
    ];
    expect(bad.filter((value) => recordEventsSchema.safeParse(value).success)).toEqual([]);
  });
});
