import type { Prisma } from "@foundry/prisma/client";
import { type Import, importSchema } from "./import.schema.ts";

/** What a query must load for `presentImport`. */
export const IMPORT_INCLUDE = { createdBy: { select: { name: true } } } as const;

/** An import's row as people see it. */
export function presentImport(
  row: Prisma.ImportGetPayload<{ include: typeof IMPORT_INCLUDE }>,
): Import {
  return importSchema.parse({
    ...row,
    byteCount: Number(row.byteCount),
    bytesDone: Number(row.bytesDone),
    createdBy: row.createdBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });
}
