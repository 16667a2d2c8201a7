import type { Prisma } from "@foundry/prisma/client";
import { z } from "zod";
import { checkIr } from "../../checks/check-ir.ts";
import type { Finding } from "../../checks/finding.ts";
import { DomainError } from "../../errors.ts";
import { publishEvent } from "../../events/publish-event.ts";
import { insertRunMaterial } from "../../imports/insert-run-material.ts";
import { insertSamples, sampleKey } from "../../imports/insert-samples.ts";
import { orderSweep } from "../../jobs/order-sweep.ts";
import { buildBlueprintRows } from "../../prompt-runs/build-blueprint-rows.ts";
import { scoreCandidate } from "../candidates/score-candidate.ts";
import type { ClaimedItem, Drive } from "./drive.ts";

type BlueprintRows = ReturnType<typeof buildBlueprintRows>;
type Written = { item: ClaimedItem; rows: BlueprintRows };

const slotsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Ends claimed items with the blueprints of their prompts, all in one transaction. */
export async function writeBlueprintItems(
  drive: Drive,
  items: readonly ClaimedItem[],
): Promise<void> {
  const built = await buildAll(drive, items);
  const withBlueprint = built.filter((one): one is Written => one.rows !== null);
  const without = built.filter(({ rows }) => rows === null).map(({ item }) => item.id);
  const candidates = withBlueprint.map(toCandidate);
  await drive.change(async (tx) => {
    const rows = withBlueprint.map((one) => one.rows);
    await insertSamples(tx, null, rows, "blueprint");
    const material = await insertRunMaterial(tx, rows, "blueprint");
    await tx.candidate.createMany({ data: candidates, skipDuplicates: true });
    await endItems(tx, withBlueprint);
    await failItems(tx, without);
    await publishEvent(tx, { topic: "generation-run", id: drive.run.id });
    if (rows.length === 0) return;
    await publishEvent(tx, { topic: "queue", id: "all" });
    // Last, because it makes a sweep that is under way wait for the end of this transaction.
    if (material.added.size > 0 || rows.length > 0) {
      await orderSweep(tx, "checkIrs", { isAgain: false });
    }
  });
}

async function buildAll(
  { context }: Drive,
  items: readonly ClaimedItem[],
): Promise<{ item: ClaimedItem; rows: BlueprintRows | null }[]> {
  const prompts = await context.db.prompt.findMany({
    where: { id: { in: items.map(({ promptId }) => promptId) }, templateId: { not: null } },
    select: { id: true, templateId: true, slots: true },
  });
  const byId = new Map(prompts.map((prompt) => [prompt.id, prompt]));
  return items.map((item) => {
    const prompt = byId.get(item.promptId);
    const slots = slotsSchema.safeParse(prompt?.slots);
    if (prompt?.templateId == null || !slots.success) return { item, rows: null };
    return { item, rows: buildRows(item.promptId, prompt.templateId, slots.data) };
  });
}

/** Null for a template of a person, and for one that the catalogue no longer has. */
function buildRows(
  promptId: number,
  template: string,
  slots: Record<string, string | number>,
): BlueprintRows | null {
  try {
    return buildBlueprintRows(promptId, { template, slots });
  } catch (error) {
    if (error instanceof DomainError && error.reason === "unknown_template") return null;
    throw error;
  }
}

function toCandidate({ item, rows }: Written) {
  const { raw, sha256, isSchemaValid } = rows.ir;
  const { findings } = checkIr(item.text, raw);
  const { score, reasons } = scoreCandidate({ isSchemaValid, findings, evidence: null });
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    itemId: item.id,
    round: item.round,
    slot: 0,
    turn: 0,
    raw,
    sha256,
    isSchemaValid,
    errorCount: count("error"),
    warningCount: count("warning"),
    infoCount: count("info"),
    score,
    scoreReasons: reasons.map((reason) => ({ ...reason })),
    isChosen: true,
  };
}

async function endItems(tx: Prisma.TransactionClient, written: readonly Written[]): Promise<void> {
  const samples = await tx.sample.findMany({
    where: {
      OR: written.map(({ rows }) => ({ promptId: rows.promptId, irSha256: rows.ir.sha256 })),
    },
    select: { id: true, promptId: true, irSha256: true },
  });
  const idByKey = new Map(
    samples.map(({ id, promptId, irSha256 }) => [
      sampleKey({ promptId, ir: { sha256: irSha256 } }),
      id,
    ]),
  );
  const sampleIds = written.map(({ rows }) => idByKey.get(sampleKey(rows)) ?? null);
  await tx.$executeRaw`
    UPDATE generation_item SET
      state = 'done', sample_id = ended.sample_id, claim_job_id = NULL, claim_token = NULL,
      updated_at = now()
    FROM unnest(${written.map(({ item }) => item.id)}::uuid[], ${sampleIds}::int[])
      AS ended (id, sample_id)
    WHERE generation_item.id = ended.id`;
}

async function failItems(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<void> {
  await tx.generationItem.updateMany({
    where: { id: { in: [...ids] } },
    data: {
      state: "failed",
      failure: "no_blueprint",
      failureMessage: "No template of this version's catalogue wrote this prompt.",
      claimJobId: null,
      claimToken: null,
    },
  });
}
