import { checkIr } from "../checks/check-ir.ts";
import type { Finding } from "../checks/finding.ts";
import { assessRisk } from "../checks/risk/assess-risk.ts";
import { logger } from "../logger.ts";
import { type FindingName, nameFinding } from "./name-finding.ts";

/** An IR with what is needed to judge it. */
export interface JudgedIr {
  irId: string;
  sampleId: number;
  /** Text of the prompt. */
  prompt: string;
  raw: string;
  /** What running it has shown; absent when it was not run. */
  evidence?: Finding[] | null;
  /** What people called not a problem makes no risk. */
  dismissals?: FindingName[] | null;
}

/** What the checks say about one IR. */
export interface Judgement {
  irId: string;
  sampleId: number;
  risk: { score: number; reasons: { text: string; weight: number }[] };
  /** Of the checks alone, errors first; evidence is stored with its run. */
  findings: Finding[];
}

/**
 * Checks an IR and says how likely a person is to change it.
 *
 * @returns null when a check threw, which is a bug of ours and logged: the IR stays unchecked, and
 *   nothing else is held up by it
 */
export function judgeIr(judged: JudgedIr): Judgement | null {
  const { irId, sampleId, prompt, raw, evidence, dismissals } = judged;
  try {
    const checked = checkIr(prompt, raw);
    const dismissed = new Set(dismissals?.map(writeName));
    const findings = [...checked.findings, ...(evidence ?? [])].filter(
      (finding) => !dismissed.has(writeName(nameFinding(finding))),
    );
    const { score, reasons } = assessRisk({ ...checked, findings, prompt });
    return { irId, sampleId, risk: { score, reasons }, findings: checked.findings };
  } catch (error) {
    logger.error({ err: error, irId }, "a check failed on an IR");
    return null;
  }
}

function writeName({ check, path, message }: FindingName): string {
  return JSON.stringify([check, path, message]);
}
