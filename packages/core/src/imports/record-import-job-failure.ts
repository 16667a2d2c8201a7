import type { Prisma } from "@foundry/prisma/client";
import { failImport } from "./fail-import.ts";

/** What the job `importFile` writes when it has failed for good, also by killing its worker. */
export async function recordImportJobFailure(
  tx: Prisma.TransactionClient,
  { importId }: { importId: string },
  error: string,
): Promise<void> {
  await failImport(
    tx,
    importId,
    `The import stopped before the end of the file. The records counted here are in; try again to import the rest. Cause: ${error}`,
  );
}
