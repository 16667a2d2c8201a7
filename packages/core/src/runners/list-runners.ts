import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { readLocalRunnerState } from "./local-runner-state.ts";
import { readRunners } from "./read-runners.ts";
import type { RunnerList } from "./runner.schema.ts";

/**
 * The machines that may work for the studio, and how far the studio's own one is.
 * @throws DomainError `forbidden`
 */
export async function listRunners(db: Database, actor: Actor): Promise<RunnerList> {
  authorize(actor, "training.manage");
  const [runners, local] = await Promise.all([readRunners(db), readLocalRunnerState(db)]);
  return { runners, local };
}
