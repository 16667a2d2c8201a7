import type { Readable } from "node:stream";
import type { Database } from "@foundry/prisma/client";
import { z } from "zod";
import { type Actor, authorize } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import type { Storage } from "../storage/storage.ts";

export interface OpenArtifact {
  fileName: string;
  sha256: string;
  byteCount: number;
  content: Readable;
}

/**
 * A file that a runner made, for its download. Its name says which run it is of.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function openArtifact(
  db: Database,
  storage: Storage,
  actor: Actor,
  id: string,
): Promise<OpenArtifact> {
  authorize(actor, "training.manage");
  const artifact = z.uuid().safeParse(id).success
    ? await db.artifact.findUnique({
        where: { id },
        include: {
          task: {
            select: {
              training: { select: { number: true } },
              evaluation: { select: { number: true } },
            },
          },
        },
      })
    : null;
  if (artifact === null) throw new DomainError("not_found", "There is no such file.");
  const { task, fileName, storageKey, sha256, byteCount } = artifact;
  const run =
    task.training === null
      ? `evaluation-${task.evaluation?.number ?? 0}`
      : `training-${task.training.number}`;
  return {
    fileName: `foundry-${run}-${fileName}`,
    sha256,
    byteCount: Number(byteCount),
    content: storage.read(storageKey),
  };
}
