import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { getItemCandidates } from "./get-item-candidates.ts";
import { getSampleCandidates } from "./get-sample-candidates.ts";
import { startGenerationRun } from "./start-generation-run.ts";
import { makeCall } from "./testing/make-call.ts";
import { makeOrder } from "./testing/make-order.ts";
import { openClaude } from "./testing/open-claude.ts";

dbTest("shows all replies to a prompt, and what they cost to admins only", async ({ db }) => {
  const { actor: admin } = await makeUser(db, { role: "admin" });
  const { actor: reviewer } = await makeUser(db);
  const { promptId, sampleId } = await makeSample(db);
  await openClaude(db, admin);
  expect(await getSampleCandidates(db, reviewer, sampleId)).toEqual({
    runId: null,
    provider: null,
    model: null,
    promptVersion: null,
    candidates: [],
  });

  const order = makeOrder({
    producer: "anthropic",
    model: "claude-sonnet-5-5",
    candidatesPerPrompt: 3,
    choice: { promptIds: [promptId], withoutIr: false },
  });
  const { id: runId } = await startGenerationRun(db, admin, order);
  const item = await db.generationItem.findFirstOrThrow({ where: { runId } });
  const scores = [0.5, 0.9, 0.7];
  for (const [slot, score] of scores.entries()) {
    const callId = await makeCall(
      db,
      { runId, itemId: item.id },
      { slot, costNanoUsd: 2_000_000n },
    );
    await db.candidate.create({
      data: {
        itemId: item.id,
        callId,
        slot,
        turn: 0,
        raw: `{"slot": ${slot}}`,
        sha256: String(slot),
        isSchemaValid: slot !== 1,
        errorCount: 0,
        warningCount: slot,
        infoCount: 0,
        score,
        scoreReasons: [{ text: "a warning", weight: -0.1 }],
        isChosen: slot === 2,
      },
    });
  }
  const ofItem = await getItemCandidates(db, admin, runId, item.id);
  expect(ofItem.candidates.map(({ slot }) => slot)).toEqual([2, 1, 0]);
  expect((await getSampleCandidates(db, admin, sampleId)).candidates).toEqual([]);

  await db.generationItem.update({ where: { id: item.id }, data: { sampleId } });
  const ofSample = await getSampleCandidates(db, admin, sampleId);
  expect(ofSample).toMatchObject({
    runId,
    provider: "anthropic",
    model: "claude-sonnet-5-5",
    candidates: [
      { slot: 2, isChosen: true, costUsd: 0.002, reasons: [{ text: "a warning", weight: -0.1 }] },
      { slot: 1, isChosen: false, isSchemaValid: false },
      { slot: 0, isChosen: false, raw: '{"slot": 0}' },
    ],
  });
  const seen = await getSampleCandidates(db, reviewer, sampleId);
  expect(seen.candidates.map(({ costUsd }) => costUsd)).toEqual([null, null, null]);
  await expect(getSampleCandidates(db, reviewer, 99_999)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(getItemCandidates(db, admin, item.id, item.id)).rejects.toMatchObject({
    code: "not_found",
  });
});
