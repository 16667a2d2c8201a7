import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";
import type { Import } from "./import.schema.ts";
import { isImportId } from "./is-import-id.ts";
import { IMPORT_INCLUDE, presentImport } from "./present-import.ts";

/**
 * An import by its id, without asking who wants it.
 * @throws DomainError `not_found`, also for what is no id at all
 */
export async function findImport(db: DatabaseOrTransaction, id: string): Promise<Import> {
  const row = isImportId(id)
    ? await db.import.findUnique({ where: { id }, include: IMPORT_INCLUDE })
    : null;
  if (row) return presentImport(row);
  throw new DomainError("not_found", "There is no such import. Go back to the list of imports.");
}
