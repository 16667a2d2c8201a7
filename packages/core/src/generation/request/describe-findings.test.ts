import { expect, it } from "vitest";
import type { Finding } from "../../checks/finding.ts";
import { describeFindings } from "./describe-findings.ts";

function make(severity: Finding["severity"], message: string, path = "/effects/0"): Finding {
  return { check: "c", errorType: "vague_effect", severity, path, message };
}

it("names errors first, then warnings, and no hints", () => {
  const findings = [make("info", "hint"), make("warning", "w"), make("error", "e", "")];
  expect(describeFindings(findings)).toEqual(["e", "At /effects/0: w"]);
});

it("names no more than can be mended at once", () => {
  const findings = Array.from({ length: 50 }, (_, index) => make("error", String(index)));
  expect(describeFindings(findings)).toHaveLength(12);
});
