import type { Prisma } from "@foundry/prisma/client";
import { orderSweep } from "../jobs/order-sweep.ts";
import { readSandboxState } from "../findings/sandbox-state.ts";

/** Orders the runs that what this transaction wrote makes due, where the worker can run any. */
export async function orderEvidence(tx: Prisma.TransactionClient): Promise<void> {
  const sandbox = await readSandboxState(tx);
  if (sandbox.isOn) await orderSweep(tx, "gatherEvidence", {});
}
