import { checkIr } from "../../checks/check-ir.ts";
import type { Finding } from "../../checks/finding.ts";
import { sha256Hex } from "../../database/sha256.ts";
import type { JobContext } from "../../jobs/job-context.ts";
import { scoreCandidate } from "../candidates/score-candidate.ts";
import type { ProducerReply } from "../producers/producer.ts";
import { readLlmReply } from "../reply/read-llm-reply.ts";
import type { ClaimedItem, Drive } from "./drive.ts";
import { gatherCandidateEvidence } from "./gather-candidate-evidence.ts";

/** A reply that reads as an IR, as its row in `candidate` has it. */
export interface JudgedCandidate {
  raw: string;
  sha256: string;
  isSchemaValid: boolean;
  errorCount: number;
  warningCount: number;
  infoCount: number;
  score: number;
  scoreReasons: { text: string; weight: number }[];
}

export type ReplyJudgement =
  | { outcome: "ok"; candidate: JudgedCandidate }
  | { outcome: "invalid" | "refused" | "truncated"; problem: string };

/** Why an answer cannot hold what was asked for; null when its text is worth reading. */
export function findReplyObstacle(
  reply: ProducerReply,
): { outcome: "invalid" | "refused" | "truncated"; problem: string } | null {
  switch (reply.end) {
    case "complete":
      return null;
    case "truncated":
      return { outcome: "truncated", problem: "The reply was cut off before its end." };
    case "refused":
      return { outcome: "refused", problem: reply.refusal ?? "No reason was given." };
    case "other": {
      const word = reply.stopReason ?? "no reason that it names";
      return { outcome: "invalid", problem: `The model stopped for ${word}.` };
    }
  }
}

/** Reads a reply as an IR, checks and scores it, with evidence where there is something to run. */
export async function judgeReply(
  drive: Pick<Drive, "sandbox" | "run" | "halt"> & { context: JobContext },
  item: ClaimedItem,
  reply: ProducerReply,
): Promise<ReplyJudgement> {
  const obstacle = findReplyObstacle(reply);
  if (obstacle !== null) return obstacle;
  const reading = readLlmReply(reply.text);
  if (!reading.ok) return { outcome: "invalid", problem: reading.problem };
  const { raw } = reading;
  const checked = checkIr(item.text, raw);
  const { isSchemaValid, findings } = checked;
  const evidence = await gatherCandidateEvidence(drive, item, checked.ir);
  const { score, reasons } = scoreCandidate({ isSchemaValid, findings, evidence });
  const counts = countBySeverity(findings);
  const candidate = { raw, sha256: sha256Hex(raw), isSchemaValid, ...counts };
  const scoreReasons = reasons.map((reason) => ({ ...reason }));
  return { outcome: "ok", candidate: { ...candidate, score, scoreReasons } };
}

function countBySeverity(findings: readonly Finding[]) {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  return { errorCount: count("error"), warningCount: count("warning"), infoCount: count("info") };
}
