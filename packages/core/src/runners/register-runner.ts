import type { Database, Prisma } from "@foundry/prisma/client";
import type { RunnerIdentity } from "./find-runner.ts";
import {
  type RegisteredRunner,
  type RegisterRunner,
  RUNNER_HEARTBEAT_SECONDS,
  RUNNER_LEASE_SECONDS,
} from "./runner-protocol.schema.ts";

/** Keeps what a runner says of itself when it starts. The name stays the one that a person gave. */
export async function registerRunner(
  db: Database,
  { runnerId }: RunnerIdentity,
  { version, hardware }: RegisterRunner,
): Promise<RegisteredRunner> {
  await db.runner.update({
    where: { id: runnerId },
    data: { version, hardware: hardware as Prisma.InputJsonObject, registeredAt: new Date() },
  });
  return {
    runnerId,
    heartbeatSeconds: RUNNER_HEARTBEAT_SECONDS,
    leaseSeconds: RUNNER_LEASE_SECONDS,
  };
}
