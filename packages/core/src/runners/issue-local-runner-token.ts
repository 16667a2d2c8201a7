import { hostname } from "node:os";
import type { Database } from "@foundry/prisma/client";
import { makeSecret } from "../auth/make-secret.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { RUNNER_TOKEN_PREFIX, SHOWN_TOKEN_CHARACTERS } from "./runner-token-format.ts";

/**
 * A token for the runner of the studio's own machine. There is one such runner; each call makes its
 * earlier token worthless. Called by the program that starts the studio, not by a person.
 */
export async function issueLocalRunnerToken(db: Database): Promise<string> {
  const { secret, sha256 } = makeSecret(RUNNER_TOKEN_PREFIX);
  const token = { prefix: secret.slice(0, SHOWN_TOKEN_CHARACTERS), tokenSha256: sha256 };
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('local_runner'))`;
    const known = await tx.runner.findFirst({ where: { isLocal: true }, select: { id: true } });
    const { id } =
      known === null
        ? await tx.runner.create({ data: { name: hostname(), isLocal: true, ...token } })
        : await tx.runner.update({ where: known, data: { ...token, revokedAt: null } });
    await recordAudit(tx, {
      actorId: null,
      action: "runner.token_issued",
      subjectType: "runner",
      subjectId: id,
    });
  });
  return secret;
}
