import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { afterAll, expect, it } from "vitest";
import { DomainError } from "../errors.ts";
import { previewExport } from "../exports/preview-export.ts";
import { streamExport } from "../exports/stream-export.ts";
import { dismissFinding } from "../findings/dismiss-finding.ts";
import { getChecksOverview } from "../findings/get-checks-overview.ts";
import { rerunChecks } from "../findings/rerun-checks.ts";
import { retractDismissal } from "../findings/retract-dismissal.ts";
import { addImplementation } from "../implementations/add-implementation.ts";
import { deleteImplementation } from "../implementations/delete-implementation.ts";
import { getSampleEvidence } from "../implementations/get-sample-evidence.ts";
import { cancelImport } from "../imports/cancel-import.ts";
import { getImport } from "../imports/get-import.ts";
import { listImportIssues } from "../imports/list-import-issues.ts";
import { listImports } from "../imports/list-imports.ts";
import { retryImport } from "../imports/retry-import.ts";
import { startImport } from "../imports/start-import.ts";
import { streamImportReport } from "../imports/stream-import-report.ts";
import { getOverview } from "../overview/get-overview.ts";
import { changePerson } from "../people/change-person.ts";
import { createApiToken } from "../people/create-api-token.ts";
import { invitePerson } from "../people/invite-person.ts";
import { listApiTokens } from "../people/list-api-tokens.ts";
import { listInvitations } from "../people/list-invitations.ts";
import { listPeople } from "../people/list-people.ts";
import { revokeApiToken } from "../people/revoke-api-token.ts";
import { revokeInvitation } from "../people/revoke-invitation.ts";
import { claimSample } from "../reviews/claim-sample.ts";
import { discardDraft } from "../reviews/discard-draft.ts";
import { heartbeatLease } from "../reviews/heartbeat-lease.ts";
import { recordReview } from "../reviews/record-review.ts";
import { releaseLease } from "../reviews/release-lease.ts";
import type { RecordReview } from "../reviews/review.schema.ts";
import { saveDraft } from "../reviews/save-draft.ts";
import { summariseQueue } from "../reviews/summarise-queue.ts";
import { undoReview } from "../reviews/undo-review.ts";
import { getSample } from "../samples/get-sample.ts";
import { listCategories } from "../samples/list-categories.ts";
import { listSamples } from "../samples/list-samples.ts";
import { createFolderStorage } from "../storage/folder-storage.ts";
import type { Actor } from "./actor.ts";

const ID = randomUUID();
const HELD = { sampleId: 1, leaseToken: 1 };
const DRAFT = { baseIrId: ID, irRaw: "{", checklist: [], note: null };
const VERDICT: RecordReview = {
  ...HELD,
  id: ID,
  baseIrId: ID,
  checklist: [],
  note: null,
  verdict: "accept",
};
const FINDING = { sampleId: 1, irId: ID, check: "vague_effect", path: "", message: "vague" };
const EMAIL = "eve@example.org";
const folder = join(tmpdir(), `foundry-rights-${ID}`);
const storage = createFolderStorage(folder);
const nothing = new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });

afterAll(() => rm(folder, { recursive: true, force: true }));

type Call = (db: Database, actor: Actor) => Promise<unknown>;

/** Every function of core that takes an actor. */
const EVERYONE: Record<string, Call> = {
  addImplementation: (db, actor) => addImplementation(db, actor, 1, { source: "x" }),
  claimSample: (db, actor) => claimSample(db, actor, { includeSkipped: false }),
  createApiToken: (db, actor) => createApiToken(db, actor, { name: "cli", expiresInDays: null }),
  deleteImplementation: (db, actor) => deleteImplementation(db, actor, ID),
  discardDraft: (db, actor) => discardDraft(db, actor, 1),
  dismissFinding: (db, actor) => dismissFinding(db, actor, FINDING),
  getChecksOverview,
  getOverview,
  getSample: (db, actor) => getSample(db, actor, 1),
  getSampleEvidence: (db, actor) => getSampleEvidence(db, actor, 1),
  heartbeatLease: (db, actor) => heartbeatLease(db, actor, HELD),
  listApiTokens,
  listCategories,
  listSamples: (db, actor) => listSamples(db, actor, { limit: 1 }),
  recordReview: (db, actor) => recordReview(db, actor, VERDICT),
  releaseLease: (db, actor) => releaseLease(db, actor, HELD),
  retractDismissal: (db, actor) => retractDismissal(db, actor, ID),
  revokeApiToken: (db, actor) => revokeApiToken(db, actor, ID),
  saveDraft: (db, actor) => saveDraft(db, actor, 1, DRAFT),
  summariseQueue,
  undoReview: (db, actor) => undoReview(db, actor, ID),
};

const ADMINS_ONLY: Record<string, Call> = {
  cancelImport: (db, actor) => cancelImport(db, actor, ID),
  changePerson: (db, actor) => changePerson(db, actor, ID, { role: "admin" }),
  getImport: (db, actor) => getImport(db, actor, ID),
  invitePerson: (db, actor) => invitePerson(db, actor, { email: EMAIL, role: "admin" }),
  listImportIssues: (db, actor) => listImportIssues(db, actor, ID, { limit: 1 }),
  listImports: (db, actor) => listImports(db, actor, { limit: 1 }),
  listInvitations,
  listPeople,
  previewExport,
  rerunChecks,
  retryImport: (db, actor) => retryImport(db, actor, ID),
  revokeInvitation: (db, actor) => revokeInvitation(db, actor, ID),
  startImport: (db, actor) => startImport(db, storage, actor, { fileName: "x", content: nothing }),
  streamExport: (db, actor) => streamExport(db, actor, { format: "original" }).next(),
  streamImportReport: (db, actor) => streamImportReport(db, actor, ID).next(),
};

dbTest("every function lets in exactly the roles that it is for", async ({ db }) => {
  const found: Record<string, string> = {};
  for (const [name, call] of Object.entries({ ...EVERYONE, ...ADMINS_ONLY })) {
    const roles = [];
    for (const role of ["admin", "reviewer"] as const) {
      if (!(await isForbidden(call, db, role))) roles.push(role);
    }
    found[name] = roles.join(", ");
  }
  const expected = (calls: Record<string, Call>, roles: string) =>
    Object.fromEntries(Object.keys(calls).map((name) => [name, roles]));
  expect(found).toEqual({
    ...expected(EVERYONE, "admin, reviewer"),
    ...expected(ADMINS_ONLY, "admin"),
  });
});

it("the tables name every function that takes an actor", () => {
  const source = join(import.meta.dirname, "..");
  const names = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((path) => /^[^.]+(\.[a-z]+)?\.ts$/.test(path) && !/test|testing/.test(path))
    .flatMap((path) => functionsWithActor(readFileSync(join(source, path), "utf8")));
  const known = [...Object.keys(EVERYONE), ...Object.keys(ADMINS_ONLY)];
  expect(names.toSorted()).toEqual(known.toSorted());
});

/** Names of the exported functions whose parameters include `db` and `actor`. */
function functionsWithActor(text: string): string[] {
  const heads = text.matchAll(/^export (?:async )?function\*? (\w+)\(([\s\S]*?)\n?\): /gm);
  return [...heads].flatMap(([, name = "", parameters = ""]) =>
    /\bdb: /.test(parameters) && /\bactor: Actor\b/.test(parameters) ? [name] : [],
  );
}

/** Refused for the role; any other answer means that the role was let in. */
async function isForbidden(call: Call, db: Database, role: Actor["role"]): Promise<boolean> {
  const { actor } = await makeUser(db, { role });
  try {
    await call(db, actor);
    return false;
  } catch (error) {
    if (error instanceof DomainError) return error.code === "forbidden";
    throw error;
  }
}
