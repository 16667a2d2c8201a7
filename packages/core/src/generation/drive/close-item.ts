import type { Candidate, Prisma } from "@foundry/prisma/client";
import { publishEvent } from "../../events/publish-event.ts";
import { insertSamples, sampleKey } from "../../imports/insert-samples.ts";
import { readIr } from "../../ir/read-ir.ts";
import { toStorableDocument } from "../../ir/storable-document.ts";
import { orderSweep } from "../../jobs/order-sweep.ts";
import { chooseCandidate } from "../candidates/choose-candidate.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import { failItem } from "./fail-item.ts";
import { nameFailure } from "./name-failure.ts";

/** Ends an item for which nothing more is asked: with its best candidate, or with a named failure. */
export async function closeItem(drive: ModelDrive, item: ClaimedItem): Promise<void> {
  await drive.change(async (tx) => {
    const where = { itemId: item.id, round: item.round };
    const candidates = await tx.candidate.findMany({ where, orderBy: [{ slot: "asc" }] });
    const best = chooseCandidate(candidates);
    if (best === null) {
      const calls = await tx.llmCall.findMany({ where });
      await failItem(tx, drive.run.id, item.id, nameFailure(calls));
      return;
    }
    const sampleId = await putIntoQueue(tx, drive, item, best);
    await tx.candidate.update({ where: { id: best.id }, data: { isChosen: true } });
    await tx.generationItem.update({
      where: { id: item.id },
      data: { state: "done", sampleId, claimJobId: null, claimToken: null },
    });
    await publishEvent(tx, { topic: "generation-run", id: drive.run.id });
    await publishEvent(tx, { topic: "queue", id: "all" });
    // Last, because it makes a sweep that is under way wait for the end of this transaction.
    await orderSweep(tx, "checkIrs", { isAgain: false });
  });
}

/** @returns id of the sample, also where the same IR was there already */
async function putIntoQueue(
  tx: Prisma.TransactionClient,
  { run, producer, model }: ModelDrive,
  { promptId }: ClaimedItem,
  { raw, sha256, isSchemaValid }: Candidate,
): Promise<number> {
  const document = toStorableDocument(readIr(raw).value);
  const documentJson = document === null ? null : JSON.stringify(document);
  const sample = {
    promptId,
    ir: { raw, sha256, documentJson, isSchemaValid, rawBeforeStrip: null },
    provenance: { provider: producer.provider, model, promptVersion: run.promptVersion },
  };
  const added = await insertSamples(tx, null, [sample], "generated");
  const sampleId = added.get(sampleKey(sample));
  if (sampleId !== undefined) return sampleId;
  const where = { promptId_irSha256: { promptId, irSha256: sha256 } };
  return (await tx.sample.findUniqueOrThrow({ where, select: { id: true } })).id;
}
