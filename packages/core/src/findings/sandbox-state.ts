import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { SandboxState } from "./finding.schema.ts";
import { makeStorable } from "../database/make-storable.ts";

const SANDBOX = "sandbox";
const MAX_DETAIL_LENGTH = 1_000;

/** Tells the web what the worker found out when it tried its sandbox. */
export async function writeSandboxState(
  db: DatabaseOrTransaction,
  state: SandboxState,
): Promise<void> {
  const detail = makeStorable(state.isOn ? state.kind : state.reason, MAX_DETAIL_LENGTH);
  const data = { isOn: state.isOn, detail, updatedAt: new Date() };
  await db.workerFacility.upsert({
    where: { name: SANDBOX },
    create: { name: SANDBOX, ...data },
    update: data,
  });
}

/** Whether the worker can run Python, as it said when it last started. */
export async function readSandboxState(db: DatabaseOrTransaction): Promise<SandboxState> {
  const row = await db.workerFacility.findUnique({ where: { name: SANDBOX } });
  if (!row) return { isOn: false, reason: "no worker has started yet" };
  return row.isOn ? { isOn: true, kind: row.detail } : { isOn: false, reason: row.detail };
}
