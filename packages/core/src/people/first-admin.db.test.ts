import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { verifyPassword } from "../auth/verify-password.ts";
import { createFirstAdmin } from "./create-first-admin.ts";
import { needsFirstAdmin } from "./needs-first-admin.ts";
import { createFirstAdminSchema, personSchema } from "./people.schema.ts";

const ADA = { name: "Ada", email: "ada@example.org", password: "correct horse battery" };

dbTest("the first person becomes admin and can sign in", async ({ db }) => {
  expect(await needsFirstAdmin(db)).toBe(true);

  const input = createFirstAdminSchema.parse({ ...ADA, name: " Ada ", email: " Ada@Example.ORG" });
  const person = await createFirstAdmin(db, input);

  expect(personSchema.parse(person)).toMatchObject({
    name: "Ada",
    email: "ada@example.org",
    role: "admin",
  });
  expect(await needsFirstAdmin(db)).toBe(false);
  const account = await db.account.findFirstOrThrow({ where: { userId: person.id } });
  expect(account).toMatchObject({ providerId: "credential", accountId: person.id });
  expect(account.password).not.toContain(ADA.password);
  expect(await verifyPassword({ hash: account.password ?? "", password: ADA.password })).toBe(true);
  expect(await db.auditEvent.findMany()).toMatchObject([
    { action: "person.created", actorId: person.id },
  ]);
});

dbTest("of ten who set up at once, exactly one succeeds", async ({ connect }) => {
  const clients = Array.from({ length: 10 }, () => connect({ poolSize: 1 }));
  const outcomes = await Promise.allSettled(
    clients.map((db, index) => createFirstAdmin(db, { ...ADA, email: `ada${index}@example.org` })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") {
      expect(outcome.reason).toMatchObject({ code: "conflict", reason: "already_set_up" });
    }
  }
  expect(await clients[0]?.user.count()).toBe(1);
});

dbTest("a studio with people takes no first admin, even when nobody is admin", async ({ db }) => {
  await makeUser(db);
  await expect(createFirstAdmin(db, ADA)).rejects.toMatchObject({ reason: "already_set_up" });
});

dbTest("a weak password is refused with its place", async ({ db }) => {
  await expect(createFirstAdmin(db, { ...ADA, password: "password1234" })).rejects.toMatchObject({
    code: "invalid_input",
    reason: "weak_password",
    problems: [{ path: "/password" }],
  });
  expect(await needsFirstAdmin(db)).toBe(true);
});
