import { makeRunner } from "@foundry/prisma/factories/make-runner";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { describe, expect } from "vitest";
import { sha256Hex } from "../database/sha256.ts";
import { createApiToken } from "../people/create-api-token.ts";
import { findApiTokenActor } from "../people/find-api-token-actor.ts";
import { logger } from "../logger.ts";
import { createRunner } from "./create-runner.ts";
import { findRunner } from "./find-runner.ts";
import { heartbeatTask } from "./heartbeat-task.ts";
import { listRunners } from "./list-runners.ts";
import { recoverLostTasks } from "./recover-lost-tasks.ts";
import { registerRunner } from "./register-runner.ts";
import { revokeRunner } from "./revoke-runner.ts";
import { takeWork } from "./take-work.ts";
import { runnerTest } from "./testing/runner-test.ts";

const silent = logger.child({}, { level: "silent" });
const HARDWARE = { gpu: null, cpu_count: 2, more: "is kept" };

describe("a runner's token", () => {
  runnerTest("is shown once, stored as a hash, and tells who asks", async ({ db, admin }) => {
    const { token, ...created } = await createRunner(db, admin, { name: "gpu-1" });
    expect(token.startsWith(created.prefix)).toBe(true);
    const row = await db.runner.findUniqueOrThrow({ where: { id: created.id } });
    expect(row.tokenSha256).toBe(sha256Hex(token));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await findRunner(db, token)).toEqual({ runnerId: created.id });

    const order = { name: "as it calls itself", version: "1", hardware: HARDWARE };
    await registerRunner(db, { runnerId: created.id }, order);
    const { runners } = await listRunners(db, admin);
    expect(runners).toEqual([
      {
        ...created,
        ...runners[0],
        name: "gpu-1",
        version: "1",
        hardware: HARDWARE,
        isOnline: true,
      },
    ]);
  });

  runnerTest("that is wrong or revoked opens nothing", async ({ db, admin }) => {
    const { id, token } = await makeRunner(db);
    for (const wrong of ["", "x", token.slice(0, -1), `${token}A`, token.toUpperCase()]) {
      expect(await findRunner(db, wrong)).toBeNull();
    }
    await revokeRunner(db, admin, id);
    expect(await findRunner(db, token)).toBeNull();
    await revokeRunner(db, admin, id);
    expect(await db.auditEvent.count({ where: { action: "runner.revoked" } })).toBe(1);
  });

  runnerTest("is no person's, and a person's is no runner's", async ({ db }) => {
    const { token } = await makeRunner(db);
    expect(await findApiTokenActor(db, token)).toBeNull();
    const { actor } = await makeUser(db, { role: "admin" });
    const { token: apiToken } = await createApiToken(db, actor, { name: "x", expiresInDays: null });
    expect(await findRunner(db, apiToken)).toBeNull();
  });

  runnerTest(
    "takes its task along when it is revoked: another runner gets it",
    async ({ db, admin, start, runner, take }) => {
      const { id } = await start();
      const { taskId, ...held } = await take();
      await revokeRunner(db, admin, runner.runnerId);
      await recoverLostTasks(db, silent);
      await expect(heartbeatTask(db, runner, taskId, held)).rejects.toMatchObject({
        reason: "lease_lost",
      });
      // It may still be in a long poll, which began before.
      expect(await takeWork(db, runner)).toBeNull();
      const other = await makeRunner(db, { hardware: HARDWARE });
      expect(await takeWork(db, { runnerId: other.id })).toMatchObject({
        runId: taskId,
        attempt: 2,
      });
      expect(await db.trainingRun.count({ where: { id } })).toBe(1);
    },
  );
});
