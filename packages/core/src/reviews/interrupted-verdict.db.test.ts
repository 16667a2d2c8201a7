import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import pg from "pg";
import { expect } from "vitest";
import { recordReview } from "./record-review.ts";
import { claimNext } from "./testing/claim-next.ts";
import { makeVerdict } from "./testing/make-verdict.ts";
import { saveDraft } from "./save-draft.ts";

/** Tables that a verdict writes, in its order: held shut, they stop it just before that write. */
const STEPS = ["ir", "ir_check", "review", "draft", "audit_event"] as const;

dbTest.for(STEPS)(
  "a connection that dies before the write to %s leaves nothing half done",
  async (table, { db, databaseUrl }) => {
    await makeSample(db);
    const { actor } = await makeUser(db);
    const sample = await claimNext(db, actor);
    const draft = {
      baseIrId: sample.ir.id,
      irRaw: "{",
      checklist: [true, true, true, true],
      note: null,
    };
    await saveDraft(db, actor, sample.sampleId, draft);
    const request = makeVerdict(sample, "correct");
    const before = await readEverything();

    const nemesis = new pg.Client({ connectionString: databaseUrl });
    await nemesis.connect();
    await nemesis.query("BEGIN");
    // Reads go on under this lock, writes wait.
    await nemesis.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
    const attempt = recordReview(db, actor, request).then(
      () => "recorded",
      () => "failed",
    );
    await killWaiting(nemesis);
    await nemesis.query("ROLLBACK");
    expect(await attempt).toBe("failed");
    await nemesis.end();

    expect(await readEverything()).toEqual(before);
    await expect(recordReview(db, actor, request)).resolves.toMatchObject({
      sampleState: "corrected",
    });
    await expect(recordReview(db, actor, request)).resolves.toMatchObject({
      sampleState: "corrected",
    });
    expect(await db.review.count()).toBe(1);
    expect(await db.ir.count()).toBe(2);

    function readEverything() {
      return Promise.all([
        db.queueItem.findMany(),
        db.ir.findMany(),
        db.irCheck.findMany(),
        db.finding.findMany(),
        db.review.findMany(),
        db.draft.findMany(),
        db.auditEvent.findMany(),
      ]);
    }
  },
);

/** Ends the server process of the one session that waits for a lock, as a crash would. */
async function killWaiting(nemesis: pg.Client) {
  for (const deadline = Date.now() + 2_500; Date.now() < deadline;) {
    const { rowCount } = await nemesis.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rowCount === 1) return;
  }
  throw new Error("the verdict never reached the lock");
}
