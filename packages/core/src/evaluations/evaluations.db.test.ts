import type { Database } from "@foundry/prisma/client";
import { describe, expect } from "vitest";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { finishTask } from "../runners/finish-task.ts";
import { stopTrainingRun } from "../training/stop-training-run.ts";
import { takeWork } from "../runners/take-work.ts";
import { runnerTest } from "../runners/testing/runner-test.ts";
import type { EvaluatedModel } from "./evaluation.schema.ts";
import { getEvaluation } from "./get-evaluation.ts";
import { getEvaluationItem } from "./get-evaluation-item.ts";
import { listEvaluationItems } from "./list-evaluation-items.ts";
import { listEvaluations } from "./list-evaluations.ts";
import { recordScoringFailure } from "./record-scoring-failure.ts";
import { scoreEvaluation } from "./score-evaluation.ts";
import { startEvaluation } from "./start-evaluation.ts";
import { stopEvaluation } from "./stop-evaluation.ts";

interface Answer {
  id: string;
  model: EvaluatedModel;
  output: string;
}

/** A database test with a training that succeeded, and a way to run an evaluation of it. */
const evaluationTest = runnerTest.extend<{
  trainingRunId: string;
  /** The right answers of both models to the test split. */
  right: Answer[];
  /** Starts one and hands its runner's answers over; scores them unless told otherwise. */
  evaluate: (answers: readonly object[] | string) => Promise<string>;
}>({
  trainingRunId: async ({ db, storage, start, runner, take, hand }, use) => {
    const { id } = await start();
    const { taskId, ...held } = await take();
    await hand({ taskId, ...held }, "adapter_peft");
    await finishTask(db, storage, runner, taskId, { ...held, status: "succeeded" });
    await use(id);
  },
  right: async ({ db, dataset }, use) => {
    const items = await db.datasetItem.findMany({
      where: { datasetId: dataset.id, split: "test" },
      orderBy: { position: "asc" },
      include: { ir: true },
    });
    expect(items.length).toBeGreaterThan(1);
    await use(
      (["base", "adapter"] as const).flatMap((model) =>
        items.map(({ sampleId, ir }) => ({ id: String(sampleId), model, output: ir.raw })),
      ),
    );
  },
  evaluate: async ({ db, storage, admin, trainingRunId, runner, take, hand }, use) =>
    use(async (answers) => {
      const { id } = await startEvaluation(db, admin, { trainingRunId });
      const hold = await take();
      const content =
        typeof answers === "string"
          ? answers
          : answers.map((answer) => `${JSON.stringify(answer)}\n`).join("");
      await hand(hold, "predictions", content);
      const { taskId, ...held } = hold;
      await finishTask(db, storage, runner, taskId, { ...held, status: "succeeded" });
      await score(db, storage, id);
      return id;
    }),
});

/** As the job that the end of the task has ordered. */
async function score(
  db: Database,
  storage: Parameters<typeof scoreEvaluation>[0]["storage"],
  id: string,
) {
  const job = await db.job.findFirstOrThrow({
    where: { name: "scoreEvaluation", payload: { path: ["evaluationId"], equals: id } },
  });
  expect(job.state).toBe("ready");
  await scoreEvaluation({ storage }, makeJobContext(db), { evaluationId: id });
}

describe("an evaluation", () => {
  evaluationTest(
    "sends the test split and the adapter, and scores what both models answer",
    async ({ db, storage, admin, dataset, trainingRunId, right, runner }) => {
      const started = await startEvaluation(db, admin, { trainingRunId });
      expect(started).toMatchObject({ state: "waiting", lookNumber: 1, result: null });
      // A second press is the same look.
      expect((await startEvaluation(db, admin, { trainingRunId })).id).toBe(started.id);
      const work = await takeWork(db, runner);
      if (work === null) throw new Error("no work");
      expect(work).toMatchObject({ kind: "evaluate", models: ["base", "adapter"] });
      expect(work.files.map(({ name }) => name)).toEqual([
        "test.jsonl",
        "train.jsonl",
        "adapter.tar",
      ]);
      const held = { attempt: work.attempt, leaseToken: Number(work.leaseToken) };
      const answer = await finishTask(db, storage, runner, work.runId, {
        ...held,
        status: "succeeded",
      });
      expect(answer).toMatchObject({ state: "failed", error: { code: "no_predictions" } });
      const [again] = (await listEvaluations(db, admin, { limit: 5 })).rows;
      expect(again).toMatchObject({ id: started.id, state: "failed", isScored: false });
      expect((await startEvaluation(db, admin, { trainingRunId })).lookNumber).toBe(2);
      expect(right).toHaveLength(2 * dataset.items.test);
    },
  );

  evaluationTest(
    "counts what each model got right, with intervals, and shows each item",
    async ({ db, storage, admin, dataset, right, evaluate }) => {
      // The base model writes no JSON at all to the first item, and something else to the second.
      const answers = right.map((answer, index) => {
        const output = ["Sorry, \u0000 no.", '{"intent": {}}'][index];
        return output === undefined ? answer : { ...answer, output };
      });
      const id = await evaluate(answers);
      const evaluation = await getEvaluation(db, admin, id);
      const items = dataset.items.test;
      expect(evaluation).toMatchObject({
        state: "succeeded",
        isScored: true,
        itemCount: items,
        lookNumber: 1,
      });
      expect(evaluation.definitions.map(({ id: metric }) => metric)).toContain("quirk_handling");
      const schema = evaluation.result?.metrics.find(({ metric }) => metric === "schema_valid");
      expect(schema).toMatchObject({
        items,
        first: { right: items - 2 },
        second: { right: items, share: 1 },
        wins: 2,
        losses: 0,
        verdict: "not distinguishable",
        words: `not distinguishable (n = ${items})`,
      });
      expect(schema?.second.interval?.low).toBeLessThan(1);

      const all = await listEvaluationItems(db, admin, id, { limit: 200 });
      expect(all.rows).toHaveLength(items);
      const wins = await listEvaluationItems(db, admin, id, {
        metric: "schema_valid",
        flip: "win",
        limit: 200,
      });
      expect(wins.rows.map(({ position }) => position)).toEqual(
        all.rows.slice(0, 2).map(({ position }) => position),
      );
      const losses = { metric: "schema_valid", flip: "loss", limit: 200 } as const;
      expect((await listEvaluationItems(db, admin, id, losses)).rows).toEqual([]);
      const wrong = { metric: "parses", model: "base", limit: 200 } as const;
      expect((await listEvaluationItems(db, admin, id, wrong)).rows).toHaveLength(1);

      const [first] = all.rows;
      const item = await getEvaluationItem(db, admin, id, first?.position ?? -1);
      expect(item).toMatchObject({
        prompt: first?.prompt,
        base: { output: "Sorry, \ufffd no.", scores: { parses: false }, fieldF1: 0 },
        adapter: { scores: { parses: true, exact_match: true }, fieldF1: 1, changes: [] },
        previous: null,
        next: all.rows[1]?.position,
      });
      expect(item.base.findings.length).toBeGreaterThan(0);
      await expect(getEvaluationItem(db, admin, id, 999)).rejects.toMatchObject({
        code: "not_found",
      });

      // The job runs again: nothing doubles.
      await scoreEvaluation({ storage }, makeJobContext(db), { evaluationId: id });
      expect(await db.evaluationItem.count()).toBe(2 * items);
      expect(await getEvaluation(db, admin, id)).toEqual(evaluation);
    },
  );

  evaluationTest.for([
    ["are not all there", (right: Answer[]) => right.slice(1), "are missing"],
    ["come twice", (right: Answer[]) => [...right, ...right.slice(0, 1)], "second time"],
    ["are of other rows", (right: Answer[]) => [...right, { ...right[0], id: "0" }], "not of the"],
    ["are in no form", () => "not JSON\n", "form that is asked for"],
  ] as const)(
    "whose answers %s has no figures",
    async ([, change, words], { db, admin, right, evaluate }) => {
      const evaluation = await getEvaluation(db, admin, await evaluate(change(right)));
      expect(evaluation).toMatchObject({
        state: "failed",
        isScored: false,
        result: null,
        error: { code: "bad_predictions", message: expect.stringContaining(words) },
      });
      expect(await db.evaluationItem.count()).toBe(0);
    },
  );

  evaluationTest(
    "counts every look at the split, also by another training",
    async ({ db, storage, admin, trainingRunId, start, runner, take, hand, right, evaluate }) => {
      const first = await getEvaluation(db, admin, await evaluate(right));
      const other = await start({ seed: 7 });
      const { taskId, ...held } = await take();
      await hand({ taskId, ...held }, "adapter_peft");
      await finishTask(db, storage, runner, taskId, { ...held, status: "succeeded" });
      const looks = await Promise.all(
        [trainingRunId, other.id].map((id) => startEvaluation(db, admin, { trainingRunId: id })),
      );
      expect(first.lookNumber).toBe(1);
      expect(new Set(looks.map(({ lookNumber }) => lookNumber))).toEqual(new Set([2, 3]));
      const [look] = looks;
      expect(await stopEvaluation(db, admin, look?.id ?? "")).toMatchObject({ state: "cancelled" });
      await expect(stopEvaluation(db, admin, first.id)).rejects.toMatchObject({
        reason: "task_ended",
      });
    },
  );

  evaluationTest(
    "needs an adapter and a test split, and says when scoring gave up",
    async ({ db, storage, admin, start, freeze, trainingRunId, runner, take, hand }) => {
      const unfinished = await start({ seed: 7 });
      await expect(
        startEvaluation(db, admin, { trainingRunId: unfinished.id }),
      ).rejects.toMatchObject({ code: "conflict", reason: "no_adapter" });
      await stopTrainingRun(db, admin, unfinished.id);
      const bare = await freeze({ ratios: { train: 80, validation: 20, test: 0 } });
      await db.trainingRun.update({
        where: { id: trainingRunId },
        data: { datasetId: bare.id },
      });
      await expect(startEvaluation(db, admin, { trainingRunId })).rejects.toMatchObject({
        reason: "no_test_split",
      });
      const { dataset } = await db.datasetItem.findFirstOrThrow({
        where: { split: "test" },
        include: { dataset: true },
      });
      await db.trainingRun.update({
        where: { id: trainingRunId },
        data: { datasetId: dataset.id },
      });
      const { id } = await startEvaluation(db, admin, { trainingRunId });
      const { taskId, ...held } = await take();
      await hand({ taskId, ...held }, "predictions", "{}");
      await finishTask(db, storage, runner, taskId, { ...held, status: "succeeded" });
      await db.$transaction((tx) =>
        recordScoringFailure(tx, { evaluationId: id }, "out of memory"),
      );
      expect(await getEvaluation(db, admin, id)).toMatchObject({
        state: "failed",
        error: { code: "scoring", message: expect.stringContaining("out of memory") },
      });
    },
  );
});
