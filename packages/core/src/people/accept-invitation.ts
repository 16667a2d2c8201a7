import type { Database } from "@foundry/prisma/client";
import { hashPassword } from "../auth/hash-password.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { sha256Hex } from "../database/sha256.ts";
import { assertGoodPassword } from "./assert-good-password.ts";
import { createAccount } from "./create-account.ts";
import { findInvitation } from "./find-invitation.ts";
import type { AcceptInvitation, Person } from "./people.schema.ts";
import { toPerson } from "./to-person.ts";

/**
 * Turns an open invitation into a person with a password. A link works once, however often and
 * however fast it is used.
 *
 * @throws DomainError as `findInvitation`; `invalid_input`, reason `weak_password`; `conflict`,
 *   reason `email_taken`
 */
export async function acceptInvitation(db: Database, input: AcceptInvitation): Promise<Person> {
  const { token, name, password } = input;
  const { email } = await findInvitation(db, token);
  assertGoodPassword(password, { email, name });
  const passwordHash = await hashPassword(password);
  return inTransaction(db, async (tx) => {
    const [used] = await tx.$queryRaw<{ id: string; role: Person["role"] }[]>`
      UPDATE invitation SET accepted_at = now()
      WHERE token_sha256 = ${sha256Hex(token)}
        AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()
      RETURNING id::text, role::text`;
    if (!used) {
      // Settled by someone else since it was looked up: the same look-up now says how.
      await findInvitation(tx, token);
      throw new Error("an open invitation was refused");
    }
    const user = await createAccount(tx, { name, email, role: used.role, passwordHash });
    await recordAudit(tx, {
      actorId: user.id,
      action: "invitation.accepted",
      subjectType: "invitation",
      subjectId: used.id,
      data: { userId: user.id, role: used.role },
    });
    return toPerson(user);
  });
}
