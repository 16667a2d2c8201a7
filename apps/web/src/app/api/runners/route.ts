import { createRunner } from "@foundry/core/runners/create-runner";
import { listRunners } from "@foundry/core/runners/list-runners";
import { runnerContracts } from "../../../server/contracts/runner-contracts";
import { route } from "../../../server/route";

export const GET = route(runnerContracts.listRunners, ({ db, actor }) => listRunners(db, actor));

export const POST = route(runnerContracts.createRunner, ({ db, actor, body }) =>
  createRunner(db, actor, body),
);
