import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { Database, Role, User } from "../client.ts";

/** Cheap on purpose: a hash carries its own cost, so that signing in works all the same. */
const HASH_COST = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };

/**
 * A person who may sign in when a `password` is given. `actor` is what core functions take.
 */
export async function makeUser(
  db: Database,
  options: { role?: Role; name?: string; email?: string; password?: string } = {},
): Promise<User & { actor: { userId: string; role: Role } }> {
  const id = randomUUID();
  const role = options.role ?? "reviewer";
  const user = await db.user.create({
    data: {
      id,
      name: options.name ?? `${role === "admin" ? "Admin" : "Reviewer"} ${id.slice(0, 4)}`,
      email: options.email ?? `${role}-${id}@example.org`,
      role,
    },
  });
  if (options.password !== undefined) {
    await db.account.create({
      data: {
        id: randomUUID(),
        accountId: id,
        providerId: "credential",
        userId: id,
        password: await hash(options.password, HASH_COST),
      },
    });
  }
  return { ...user, actor: { userId: id, role } };
}
