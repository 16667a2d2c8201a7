import { randomUUID } from "node:crypto";
import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { ByteStream, Storage, StoredFile } from "../storage/storage.ts";
import type { RunnerIdentity } from "./find-runner.ts";
import { lockHeldTask } from "./lock-held-task.ts";
import { pruneCheckpoints } from "./prune-checkpoints.ts";
import type { ArtifactKind, HeldTask, StoredArtifact } from "./runner-protocol.schema.ts";

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const MAX_BYTES: Record<ArtifactKind, number> = {
  adapter_peft: 8 * GIB,
  checkpoint: 32 * GIB,
  predictions: GIB,
  report: 16 * MIB,
  log: 16 * MIB,
};
/** The newest is what a run goes on from; the one before it is for when that turns out damaged. */
const KEPT_CHECKPOINTS = 2;

export interface ArtifactUpload extends HeldTask {
  kind: ArtifactKind;
  fileName: string;
  /** What the runner says the content hashes to. */
  sha256: string;
  content: ByteStream;
}

/**
 * Stores a file that a runner made. The row is written when the file is whole, on disk and hashes
 * to what the runner said; else nothing is kept. The same file sent again is stored once.
 *
 * @throws DomainError `conflict` with reason `lease_lost`, `invalid_input` with reason
 *   `checksum_mismatch`, `too_large`, `unavailable` when the disk is full
 */
export async function storeArtifact(
  db: Database,
  storage: Storage,
  runner: RunnerIdentity,
  taskId: string,
  { kind, fileName, sha256, content, ...held }: ArtifactUpload,
): Promise<StoredArtifact> {
  await inTransaction(db, (tx) => lockHeldTask(tx, runner, taskId, held));
  const storageKey = `artifacts/${taskId}/${randomUUID()}`;
  const file = await storage.write(storageKey, content, { maxBytes: MAX_BYTES[kind] });
  try {
    refuseOther(file, sha256);
    const stored = await inTransaction(db, async (tx) => {
      const { attempt } = await lockHeldTask(tx, runner, taskId, held);
      const same = { taskId, attempt, kind, sha256 };
      const known = await tx.artifact.findFirst({ where: same });
      if (known !== null) return known;
      // Work that is kept cannot be lost again.
      if (kind === "checkpoint") {
        await tx.runnerTask.update({ where: { id: taskId }, data: { lostCount: 0 } });
      }
      await publishEvent(tx, { topic: "runner-task", id: taskId });
      const data = { ...same, fileName, storageKey, byteCount: file.byteCount };
      return tx.artifact.create({ data });
    });
    if (stored.storageKey !== storageKey) await storage.remove(storageKey);
    if (kind === "checkpoint") await pruneCheckpoints(db, storage, taskId, KEPT_CHECKPOINTS);
    return { artifactId: stored.id, sha256, byteCount: file.byteCount };
  } catch (error) {
    await storage.remove(storageKey);
    throw error;
  }
}

function refuseOther({ sha256, byteCount }: StoredFile, expected: string): void {
  if (sha256 === expected) return;
  throw new DomainError(
    "invalid_input",
    `What arrived is not what was announced: ${byteCount} bytes with another checksum. Nothing was kept; send the file again.`,
    { reason: "checksum_mismatch" },
  );
}
