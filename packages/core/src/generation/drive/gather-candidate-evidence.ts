import { buildEvidenceRequest } from "../../evidence/build-request.ts";
import type { EvidenceReport } from "../../evidence/evidence-report.ts";
import type { EvidenceEvent } from "../../evidence/evidence.schema.ts";
import { runEvidence } from "../../evidence/server/run-in-sandbox.ts";
import { summariseEvidence } from "../../evidence/summarise-evidence.ts";
import { readImplementations } from "../../implementations/read-implementations.ts";
import { readRunMaterial } from "../../implementations/read-run-material.ts";
import type { Ir } from "../../ir/ir.schema.ts";
import type { ClaimedItem, Drive } from "./drive.ts";

/**
 * Runs a candidate against the reference implementation of its prompt. Null where there is nothing to
 * choose between, nothing to run, no sandbox, or the run went wrong: then the checks alone decide.
 */
export async function gatherCandidateEvidence(
  { sandbox, run, context, halt }: Pick<Drive, "sandbox" | "run" | "context" | "halt">,
  { promptId, text }: ClaimedItem,
  ir: Ir | null,
): Promise<EvidenceReport | null> {
  if (sandbox === null || run.candidatesPerPrompt < 2 || ir === null) return null;
  const [implementations, material] = await Promise.all([
    readImplementations(context.db, promptId, null),
    readRunMaterial(context.db, promptId),
  ]);
  const [reference] = implementations;
  if (reference === undefined) return null;
  const request = buildEvidenceRequest({
    prompt: text,
    ir,
    implementations: [{ id: reference.id, source: reference.source }],
    ...material,
  });
  const events: EvidenceEvent[] = [];
  try {
    for await (const event of runEvidence(sandbox, request, halt)) events.push(event);
  } catch (error) {
    // Evidence only helps to choose; without it the candidate still counts.
    context.logger.warn({ err: error, promptId }, "could not run a candidate");
    return null;
  }
  return summariseEvidence(request, events);
}
