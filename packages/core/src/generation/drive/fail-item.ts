import type { Prisma } from "@foundry/prisma/client";
import { makeStorable } from "../../database/make-storable.ts";
import { publishEvent } from "../../events/publish-event.ts";
import type { NamedFailure } from "./name-failure.ts";

/** Ends an item without an IR, for a reason that a person can act on. Its calls and replies stay. */
export async function failItem(
  tx: Prisma.TransactionClient,
  runId: string,
  itemId: string,
  { failure, message }: NamedFailure,
): Promise<void> {
  await tx.generationItem.updateMany({
    where: { id: itemId, state: "running" },
    data: {
      state: "failed",
      failure,
      failureMessage: makeStorable(message, 2_000),
      claimJobId: null,
      claimToken: null,
    },
  });
  await publishEvent(tx, { topic: "generation-run", id: runId });
}
