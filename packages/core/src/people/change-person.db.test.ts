import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeSession } from "@foundry/prisma/factories/make-session";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { recordReview } from "../reviews/record-review.ts";
import { claimNext } from "../reviews/testing/claim-next.ts";
import { makeVerdict } from "../reviews/testing/make-verdict.ts";
import { changePerson } from "./change-person.ts";
import { createApiToken } from "./create-api-token.ts";
import { findApiTokenActor } from "./find-api-token-actor.ts";
import { findInvitation } from "./find-invitation.ts";
import { invitePerson } from "./invite-person.ts";
import { listPeople } from "./list-people.ts";
import { personSchema } from "./people.schema.ts";

dbTest("a role changes and is on record", async ({ db }) => {
  const ada = await makeUser(db, { role: "admin", name: "Ada" });
  const bob = await makeUser(db, { name: "Bob" });

  await changePerson(db, ada.actor, bob.id, { role: "admin" });
  await changePerson(db, ada.actor, bob.id, { role: "admin" });

  const people = await listPeople(db, ada.actor);
  expect(personSchema.array().parse(people)).toMatchObject([
    { name: "Ada", role: "admin" },
    { name: "Bob", role: "admin" },
  ]);
  expect(await db.auditEvent.findMany()).toMatchObject([
    { action: "person.role_changed", subjectId: bob.id, data: { from: "reviewer", to: "admin" } },
  ]);
});

dbTest(
  "disabling ends sessions, tokens and leases at once; enabling gives access back",
  async ({ db }) => {
    await makeSample(db);
    const ada = await makeUser(db, { role: "admin" });
    const bob = await makeUser(db);
    await makeSession(db, { userId: bob.id });
    await makeSession(db, { userId: ada.id });
    const { token } = await createApiToken(db, bob.actor, { name: "cli", expiresInDays: null });
    const held = await claimNext(db, bob.actor);

    expect(await changePerson(db, ada.actor, bob.id, { isDisabled: true })).toMatchObject({
      isDisabled: true,
    });

    expect((await db.session.findMany()).map(({ userId }) => userId)).toEqual([ada.id]);
    expect(await findApiTokenActor(db, token)).toBeNull();
    await expect(recordReview(db, bob.actor, makeVerdict(held, "accept"))).rejects.toMatchObject({
      reason: "lease_lost",
    });
    expect(await claimNext(db, ada.actor)).toMatchObject({ sampleId: held.sampleId });

    expect(await changePerson(db, ada.actor, bob.id, { isDisabled: false })).toMatchObject({
      isDisabled: false,
    });
    expect(await findApiTokenActor(db, token)).toEqual(bob.actor);
  },
);

dbTest("open invitations of someone who may no longer invite are revoked", async ({ db }) => {
  const ada = await makeUser(db, { role: "admin" });
  const bob = await makeUser(db, { role: "admin" });
  const { token } = await invitePerson(db, bob.actor, { email: "eve@example.org", role: "admin" });
  await changePerson(db, ada.actor, bob.id, { role: "reviewer" });
  await expect(findInvitation(db, token)).rejects.toMatchObject({ reason: "invitation_revoked" });
});

dbTest(
  "the last admin stays, also when two admins go at the same moment",
  async ({ connect, db }) => {
    const ada = await makeUser(db, { role: "admin" });
    const lastAdmin = { code: "conflict", reason: "last_admin" };
    await expect(changePerson(db, ada.actor, ada.id, { role: "reviewer" })).rejects.toMatchObject(
      lastAdmin,
    );
    await expect(changePerson(db, ada.actor, ada.id, { isDisabled: true })).rejects.toMatchObject(
      lastAdmin,
    );
    const disabled = await makeUser(db, { role: "admin" });
    await changePerson(db, ada.actor, disabled.id, { isDisabled: true });
    await expect(changePerson(db, ada.actor, ada.id, { role: "reviewer" })).rejects.toMatchObject(
      lastAdmin,
    );

    for (let round = 0; round < 5; round += 1) {
      const bob = await makeUser(db, { role: "admin" });
      await changePerson(db, bob.actor, ada.id, { role: "admin" });
      const outcomes = await Promise.allSettled([
        changePerson(connect({ poolSize: 1 }), ada.actor, bob.id, { role: "reviewer" }),
        changePerson(connect({ poolSize: 1 }), bob.actor, ada.id, { role: "reviewer" }),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.user.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
      await db.user.update({ where: { id: ada.id }, data: { role: "admin" } });
      await db.user.update({ where: { id: bob.id }, data: { role: "reviewer" } });
    }
  },
);

dbTest("an unknown person is not found", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  await expect(changePerson(db, actor, "nobody", { role: "admin" })).rejects.toMatchObject({
    code: "not_found",
  });
});
