import type { Finding } from "@foundry/core/checks/finding";
import { expect, it } from "vitest";
import { decideMainVerdict } from "./decide-main-verdict";

const error: Finding = {
  check: "schema",
  errorType: "schema_invalid",
  severity: "error",
  path: "",
  message: "m",
};
const warning: Finding = { ...error, severity: "warning" };
const valid = { isSchemaValid: true, findings: [warning] };
const invalid = { isSchemaValid: false, findings: [error, warning, error] };

it.each([
  ["an unchanged, valid IR is accepted", false, valid, "accept", null],
  ["a changed, valid IR is a correction", true, valid, "correct", null],
  ["an invalid IR cannot be accepted", false, invalid, "accept", /2 errors.*Edit it/],
  ["nor saved as a correction", true, invalid, "correct", /2 errors.*Fix the rest/],
  [
    "the count is left out until it is known",
    false,
    { isSchemaValid: false, findings: [] },
    "accept",
    /some errors/,
  ],
] as const)("%s", (_name, isChanged, reading, verdict, obstacle) => {
  const main = decideMainVerdict(isChanged, { ...reading, findings: [...reading.findings] });
  expect(main.verdict).toBe(verdict);
  if (obstacle === null) expect(main.obstacle).toBeNull();
  else expect(main.obstacle).toMatch(obstacle);
});
