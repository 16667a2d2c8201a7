import type { Observation } from "../../check.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import type { QuickFix } from "../../quick-fix.ts";
import { findExpression } from "../find-expression.ts";
import { type EdgeParameter, type EdgeSubject, isContainer, isNumeric } from "./edge-subject.ts";
import { isEmptyCovered, isNegativeCovered, isNoneCovered, isZeroCovered } from "./is-covered.ts";
import { assertPrediction, predictResult } from "./predict-result.ts";

/** Edges that the types imply and of which nothing speaks. */
export function findQuietEdges(input: EdgeSubject): Observation[] {
  return input.parameters.flatMap((parameter, index) => {
    const path = `/signature/parameters/${index}`;
    return [
      ...findEmpty(input, parameter),
      ...findNone(input, parameter),
      ...findNumbers(input, parameter),
    ].map(({ edge, severity, fix }) => ({
      severity,
      path,
      message: `nothing says what ${edge} gives; add an effect or an assertion for it`,
      ...(fix !== undefined && { fix }),
    }));
  });
}

interface Edge {
  edge: string;
  severity: "warning" | "info";
  fix?: QuickFix;
}

/** What a chain of comparisons decides has its edges at the boundaries, and zero is none of its own. */
function isCompared({ effects }: EdgeSubject, name: string): boolean {
  const compares = (part: PythonExpression) =>
    part.kind === "comparison" &&
    !part.operators.some((operator) => operator.endsWith("in")) &&
    part.operands.some((operand) => operand.kind === "name" && operand.name === name);
  return effects.some(({ code, branches }) =>
    [...code, ...branches.flatMap(({ condition }) => condition?.expression ?? [])].some(
      (expression) => findExpression(expression, compares) !== null,
    ),
  );
}

function findEmpty(input: EdgeSubject, parameter: EdgeParameter): Edge[] {
  const { name } = parameter;
  if (!isContainer(parameter) || isCompared(input, name) || isEmptyCovered(input, name)) return [];
  return [
    {
      edge: `an empty \`${name}\``,
      severity: "info",
      ...predict(input, `len(${name})`, 0, "Empty"),
    },
  ];
}

function findNone(input: EdgeSubject, { name, kinds }: EdgeParameter): Edge[] {
  const isOptional = kinds.length > 1 && kinds.includes("None");
  if (!isOptional || isNoneCovered(input, name)) return [];
  return [{ edge: `\`${name} is None\``, severity: "warning" }];
}

function findNumbers(input: EdgeSubject, parameter: EdgeParameter): Edge[] {
  const { name } = parameter;
  if (!isNumeric(parameter) || isCompared(input, name)) return [];
  const edges: Edge[] = [];
  if (!isZeroCovered(input, parameter)) {
    edges.push({ edge: `\`${name} == 0\``, severity: "info", ...predict(input, name, 0, "Zero") });
  }
  if (!isNegativeCovered(input)) {
    edges.push({
      edge: `a negative \`${name}\``,
      severity: "info",
      ...predict(input, name, -1, "Negative"),
    });
  }
  return edges;
}

function predict(
  { subject }: EdgeSubject,
  quantity: string,
  value: number,
  rationale: string,
): { fix?: QuickFix } {
  const prediction = predictResult(subject, quantity, value);
  return prediction === null ? {} : { fix: assertPrediction(prediction, value, rationale) };
}
