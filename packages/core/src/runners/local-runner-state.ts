import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { makeStorable } from "../database/make-storable.ts";
import { type LocalRunnerState, localRunnerStateSchema } from "./local-runner.schema.ts";

const LOCAL_RUNNER = "local_runner";
const MAX_MESSAGE_LENGTH = 1_000;

/** Tells the web how far the runner of this machine is. */
export async function writeLocalRunnerState(
  db: DatabaseOrTransaction,
  state: LocalRunnerState,
): Promise<void> {
  const message = makeStorable(state.message, MAX_MESSAGE_LENGTH);
  const data = {
    isOn: state.phase === "ready",
    detail: JSON.stringify({ ...state, message }),
    updatedAt: new Date(),
  };
  await db.workerFacility.upsert({
    where: { name: LOCAL_RUNNER },
    create: { name: LOCAL_RUNNER, ...data },
    update: data,
  });
}

/** What was last heard of the runner of the studio's machine. */
export async function readLocalRunnerState(db: DatabaseOrTransaction): Promise<LocalRunnerState> {
  const row = await db.workerFacility.findUnique({ where: { name: LOCAL_RUNNER } });
  if (row) return localRunnerStateSchema.parse(JSON.parse(row.detail));
  return {
    phase: "off",
    message: "This studio was started without a runner of its own. Connect one with a token.",
    step: null,
    of: null,
  };
}
