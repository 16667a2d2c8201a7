import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import { type Expectation, readExpectation } from "../evaluation/read-expectation.ts";
import { scorePrediction } from "../evaluation/score-prediction.ts";
import { readIr } from "../ir/read-ir.ts";
import { writeCanonicalIr } from "../ir/write-canonical-ir.ts";
import {
  EVALUATED_MODELS,
  type EvaluationItem,
  evaluationItemSchema,
} from "./evaluation.schema.ts";
import { findEvaluation } from "./find-evaluation.ts";
import { readScores } from "./read-scores.ts";

/**
 * One item of an evaluation: what was asked, what was expected, and what both models answered. The
 * scores are those that count; findings and differences are worked out anew.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getEvaluationItem(
  db: Database,
  actor: Actor,
  evaluationId: string,
  position: number,
): Promise<EvaluationItem> {
  authorize(actor, "training.manage");
  const { id } = await findEvaluation(db, evaluationId);
  const answers = await db.evaluationItem.findMany({
    where: { evaluationId: id, position },
    include: { item: { include: { prompt: true, ir: true } } },
  });
  const item = answers[0]?.item;
  if (item === undefined) throw new DomainError("not_found", "There is no such item.");
  const expected = readIr(item.ir.raw).value;
  const expectation = readExpectation(item.prompt.text, expected);
  const { sampleId, category, prompt } = item;
  const byModel = EVALUATED_MODELS.map((model) => {
    const answer = answers.find((candidate) => candidate.model === model);
    if (answer === undefined) throw new Error("an answer is missing from a scored item");
    return [model, presentAnswer(expectation, answer)] as const;
  });
  return evaluationItemSchema.parse({
    position,
    sampleId,
    category,
    prompt: prompt.text,
    expected: writeCanonicalIr(expected),
    ...Object.fromEntries(byModel),
    ...(await findNeighbours(db, id, position)),
  });
}

function presentAnswer(
  expectation: Expectation,
  answer: { output: string; scores: unknown; errorTypes: string[] },
) {
  const { findings, missingEdges, changes } = scorePrediction(expectation, answer.output);
  return { ...answer, ...readScores(answer.scores), findings, missingEdges, changes };
}

async function findNeighbours(db: Database, evaluationId: string, position: number) {
  const [previous, next] = await Promise.all([
    db.evaluationItem.findFirst({
      where: { evaluationId, position: { lt: position } },
      orderBy: { position: "desc" },
    }),
    db.evaluationItem.findFirst({
      where: { evaluationId, position: { gt: position } },
      orderBy: { position: "asc" },
    }),
  ]);
  return { previous: previous?.position ?? null, next: next?.position ?? null };
}
