import type { Finding } from "../../checks/finding.ts";

/** More would not be read with care. */
const MAX_PROBLEMS = 12;

/** Findings as a model is shown them, the worst first; hints are left out. */
export function describeFindings(findings: readonly Finding[]): string[] {
  const serious = [
    ...findings.filter(({ severity }) => severity === "error"),
    ...findings.filter(({ severity }) => severity === "warning"),
  ];
  return serious
    .slice(0, MAX_PROBLEMS)
    .map(({ path, message }) => (path === "" ? message : `At ${path}: ${message}`));
}
