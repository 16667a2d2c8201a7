import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { badCursor } from "./bad-cursor.ts";
import type { ImportPage } from "./import.schema.ts";
import { isImportId } from "./is-import-id.ts";
import { IMPORT_INCLUDE, presentImport } from "./present-import.ts";

/**
 * Imports, newest first.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`, or `invalid_input` for a cursor of another shape
 */
export async function listImports(
  db: Database,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ImportPage> {
  authorize(actor, "corpus.import");
  if (cursor !== undefined && !isImportId(cursor)) throw badCursor();
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
