import { randomUUID } from "node:crypto";
import { Prisma, type Role, type User } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";

/**
 * Writes a person with their password in the shape in which Better Auth signs people in.
 *
 * @throws DomainError `conflict`, reason `email_taken`
 */
export async function createAccount(
  tx: Prisma.TransactionClient,
  person: { name: string; email: string; role: Role; passwordHash: string },
): Promise<User> {
  const { name, email, role, passwordHash } = person;
  const id = randomUUID();
  try {
    const user = await tx.user.create({ data: { id, name, email, role } });
    await tx.account.create({
      data: {
        id: randomUUID(),
        userId: id,
        providerId: "credential",
        accountId: id,
        password: passwordHash,
      },
    });
    return user;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new DomainError("conflict", `Someone with the address ${email} is already here.`, {
        reason: "email_taken",
        cause: error,
      });
    }
    throw error;
  }
}
