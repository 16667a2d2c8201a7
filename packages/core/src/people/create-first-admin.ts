import type { Database, Prisma } from "@foundry/prisma/client";
import { hashPassword } from "../auth/hash-password.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { assertGoodPassword } from "./assert-good-password.ts";
import { createAccount } from "./create-account.ts";
import { needsFirstAdmin } from "./needs-first-admin.ts";
import type { CreateFirstAdmin, Person } from "./people.schema.ts";
import { toPerson } from "./to-person.ts";

/**
 * Makes the first person of an empty studio its admin. Of several who try at once, one succeeds.
 *
 * @throws DomainError `conflict`, reason `already_set_up`; `invalid_input`, reason `weak_password`
 */
export async function createFirstAdmin(db: Database, input: CreateFirstAdmin): Promise<Person> {
  // Asked before hashing too, so that strangers cannot keep the processor busy.
  if (!(await needsFirstAdmin(db))) throw alreadySetUp();
  const { name, email, password } = input;
  assertGoodPassword(password, { name, email });
  const passwordHash = await hashPassword(password);
  return inTransaction(db, async (tx) => {
    await lockSetup(tx);
    if (!(await needsFirstAdmin(tx))) throw alreadySetUp();
    const user = await createAccount(tx, { name, email, role: "admin", passwordHash });
    await recordAudit(tx, {
      actorId: user.id,
      action: "person.created",
      subjectType: "user",
      subjectId: user.id,
      data: { role: "admin" },
    });
    return toPerson(user);
  });
}

/** An empty table has no row to lock. */
async function lockSetup(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('setup', 0))`;
}

function alreadySetUp(): DomainError {
  return new DomainError(
    "conflict",
    "This studio already has an admin. Ask them for an invitation.",
    {
      reason: "already_set_up",
    },
  );
}
