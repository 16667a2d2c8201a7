import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { boundarySide } from "../../ledger/boundary.ts";
import { linkLiterals } from "../../ledger/link-literals.ts";
import type { PromptLiteral } from "../../ledger/prompt-literal.ts";
import { findExpression } from "../find-expression.ts";
import type { EdgeSubject } from "./edge-subject.ts";
import { assertPrediction, findQuantity, predictResult, readNumber } from "./predict-result.ts";

const MAX_PROSE = 50;

/** Boundaries of the prompt that no assertion tries. */
export function findThresholdEdges(input: EdgeSubject): Observation[] {
  const { subject, predicates } = input;
  const { prompt, ir } = subject;
  if (prompt === null) return [];
  const prose = listProseNumbers(input);
  const thresholds = linkLiterals(prompt, ir)
    .filter(({ literal, status }) => isBoundary(literal) && status !== "missing")
    .map(({ literal }) => literal.number);
  return [...new Set(thresholds)]
    .filter((number) => !predicates.some((predicate) => tries(predicate, number)))
    .filter((number) => !prose.some((given) => Math.abs(given - number) <= 1))
    .map((number) => describe(input, number));
}

/** The numbers of predicates that do not parse. */
function listProseNumbers({ subject, predicates }: EdgeSubject): number[] {
  const { assertions } = subject.ir;
  if (predicates.length === assertions.length) return [];
  return assertions
    .slice(0, MAX_PROSE)
    .filter((_, index) => !subject.predicate(index).ok)
    .flatMap(({ predicate }) => predicate.slice(0, 2000).match(/-?\d+(?:\.\d+)?/g) ?? [])
    .map(Number);
}

function isBoundary({ comparison, isRangeEnd }: PromptLiteral): boolean {
  return boundarySide(comparison) !== null && !isRangeEnd;
}

function tries(predicate: Parameters<typeof findExpression>[0], number: number): boolean {
  const isNear = (given: number | null) => given !== null && Math.abs(given - number) <= 1;
  return findExpression(predicate, (part) => isNear(readNumber(part))) !== null;
}

function describe({ subject }: EdgeSubject, number: number): Observation {
  const quantity = findQuantity(subject, number);
  const prediction = quantity === null ? null : predictOnBoundary(subject, quantity, number);
  return {
    severity: "info",
    path: "/assertions",
    message: `no assertion tries the boundary \`${number}\` of the prompt; add one for each side`,
    ...(prediction !== null && { fix: assertPrediction(prediction, number, "On the boundary") }),
  };
}

/** Sure only when the effects do change there; otherwise a fix would repeat what is wrong in them. */
function predictOnBoundary(subject: CheckSubject, quantity: string, number: number) {
  const [below, on, above] = [number - 1, number, number + 1].map((value) =>
    predictResult(subject, quantity, value),
  );
  if (below === null || above === null || below?.result === above?.result) return null;
  return on ?? null;
}
