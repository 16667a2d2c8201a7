import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { ImportPage } from "./import.schema.ts";
import { IMPORT_INCLUDE, presentImport } from "./present-import.ts";

/**
 * Imports, newest first.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`
 */
export async function listImports(
  db: Database,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ImportPage> {
  authorize(actor, "corpus.import");
  // Ids are time-ordered, so they are the order and the cursor at once.
  const found = await db.import.findMany({
    ...(cursor === undefined ? {} : { where: { id: { lt: cursor } } }),
    orderBy: { id: "desc" },
    take: limit + 1,
    include: IMPORT_INCLUDE,
  });
  const rows = found.slice(0, limit).map(presentImport);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
