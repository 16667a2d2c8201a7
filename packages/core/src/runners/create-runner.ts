import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { makeSecret } from "../auth/make-secret.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { readRunners } from "./read-runners.ts";
import { RUNNER_TOKEN_PREFIX, SHOWN_TOKEN_CHARACTERS } from "./runner-token-format.ts";
import type { CreatedRunner, CreateRunner } from "./runner.schema.ts";

/**
 * A token with which a machine may pull work. It is in the answer and nowhere else.
 * @throws DomainError `forbidden`
 */
export async function createRunner(
  db: Database,
  actor: Actor,
  { name }: CreateRunner,
): Promise<CreatedRunner> {
  authorize(actor, "training.manage");
  const { secret, sha256 } = makeSecret(RUNNER_TOKEN_PREFIX);
  const id = await inTransaction(db, async (tx) => {
    const { id: runnerId } = await tx.runner.create({
      data: {
        name,
        prefix: secret.slice(0, SHOWN_TOKEN_CHARACTERS),
        tokenSha256: sha256,
        createdById: actor.userId,
      },
      select: { id: true },
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: "runner.created",
      subjectType: "runner",
      subjectId: runnerId,
    });
    return runnerId;
  });
  const [created] = await readRunners(db, id);
  if (created === undefined) throw new Error("the runner was not written");
  return { ...created, token: secret };
}
