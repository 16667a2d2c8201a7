import type { Finding } from "@foundry/core/checks/finding";
import { nameFinding } from "@foundry/core/findings/name-finding";

/** One string for what makes a finding the same one, in this text and in what people said of it. */
export function identifyFinding(finding: Pick<Finding, "check" | "path" | "message">): string {
  const { check, path, message } = nameFinding(finding);
  return JSON.stringify([check, path, message]);
}
