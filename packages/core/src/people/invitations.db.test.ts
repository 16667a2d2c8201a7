import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { sha256Hex } from "../database/sha256.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { findInvitation } from "./find-invitation.ts";
import { invitePerson } from "./invite-person.ts";
import { listInvitations } from "./list-invitations.ts";
import {
  createdInvitationSchema,
  invitationSchema,
  openInvitationSchema,
} from "./people.schema.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const BOB = { email: "bob@example.org", role: "reviewer" } as const;
const ACCEPT = { name: "Bob", password: "correct horse battery" };

dbTest(
  "an invitation is for seven days; its token is shown once and stored as a hash",
  async ({ db }) => {
    const { actor } = await makeUser(db, { role: "admin", name: "Ada" });

    const created = await invitePerson(db, actor, BOB);

    expect(createdInvitationSchema.parse(created)).toMatchObject({
      ...BOB,
      state: "open",
      invitedBy: "Ada",
    });
    expect(Buffer.from(created.token, "base64url")).toHaveLength(32);
    expect(Date.parse(created.expiresAt) - Date.parse(created.createdAt)).toBe(7 * 24 * 3_600_000);
    const [stored] = await db.invitation.findMany();
    expect(stored?.tokenSha256).toBe(sha256Hex(created.token));
    expect(JSON.stringify(stored)).not.toContain(created.token);
    const listed = await listInvitations(db, actor);
    expect(invitationSchema.array().parse(listed)).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(created.token);
  },
);

dbTest("an invited person gets the role they were invited for, once", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin", name: "Ada" });
  const { token } = await invitePerson(db, actor, BOB);
  const found = await findInvitation(db, token);
  expect(openInvitationSchema.parse(found)).toMatchObject({ ...BOB, invitedBy: "Ada" });

  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => acceptInvitation(db, { ...ACCEPT, token })),
  );

  const accepted = outcomes.filter((outcome) => outcome.status === "fulfilled");
  expect(accepted.map(({ value }) => value)).toMatchObject([
    { ...BOB, name: "Bob", isDisabled: false },
  ]);
  const used = { code: "gone", reason: "invitation_accepted" };
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject(used);
  }
  await expect(findInvitation(db, token)).rejects.toMatchObject(used);
  expect(await db.account.count()).toBe(1);
  expect(await listInvitations(db, actor)).toMatchObject([{ state: "accepted" }]);
});

dbTest("a withdrawn, replaced, expired or made-up link does not open", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const refuse = async (token: string, error: object) => {
    await expect(findInvitation(db, token)).rejects.toMatchObject(error);
    await expect(acceptInvitation(db, { ...ACCEPT, token })).rejects.toMatchObject(error);
  };
  const replaced = await invitePerson(db, actor, BOB);
  const withdrawn = await invitePerson(db, actor, BOB);
  await revokeInvitation(db, actor, withdrawn.id);
  await revokeInvitation(db, actor, withdrawn.id);
  const expired = await invitePerson(db, actor, { ...BOB, email: "eve@example.org" });
  await db.$executeRaw`UPDATE invitation SET expires_at = now() WHERE id = ${expired.id}::uuid`;

  await refuse(replaced.token, { code: "gone", reason: "invitation_revoked" });
  await refuse(withdrawn.token, { code: "gone", reason: "invitation_revoked" });
  await refuse(expired.token, { code: "gone", reason: "invitation_expired" });
  await refuse("made-up", { code: "not_found" });
  expect(await db.user.count()).toBe(1);
});

dbTest("a weak password leaves the invitation open", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const { token } = await invitePerson(db, actor, BOB);
  await expect(
    acceptInvitation(db, { token, name: "Bob", password: "bob@example.org" }),
  ).rejects.toMatchObject({ reason: "weak_password" });
  await expect(acceptInvitation(db, { ...ACCEPT, token })).resolves.toMatchObject(BOB);
});

dbTest("an address that is here already cannot be invited or join again", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const { id, token } = await invitePerson(db, actor, BOB);
  await joinAnotherWay(db);
  const taken = { code: "conflict", reason: "email_taken" };

  await expect(invitePerson(db, actor, BOB)).rejects.toMatchObject(taken);
  await expect(acceptInvitation(db, { ...ACCEPT, token })).rejects.toMatchObject(taken);
  expect(await listInvitations(db, actor)).toMatchObject([{ id, state: "open" }]);
});

dbTest("an accepted invitation cannot be revoked, an unknown one is not found", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const { id, token } = await invitePerson(db, actor, BOB);
  await acceptInvitation(db, { ...ACCEPT, token });
  await expect(revokeInvitation(db, actor, id)).rejects.toMatchObject({
    reason: "already_accepted",
  });
  await expect(revokeInvitation(db, actor, crypto.randomUUID())).rejects.toMatchObject({
    code: "not_found",
  });
});

async function joinAnotherWay(db: Database) {
  await makeUser(db, { email: BOB.email });
}
