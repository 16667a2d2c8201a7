import type { Database } from "@foundry/prisma/client";
import type { ImportIssue } from "./import.schema.ts";

/** Place of an issue in its import. */
export interface IssuePlace {
  record: number;
  seq: number;
}

/**
 * Issues of an import in the order of the file.
 * @param after the place to go on behind; null for the first page
 */
export async function pageImportIssues(
  db: Database,
  importId: string,
  after: IssuePlace | null,
  limit: number,
): Promise<(ImportIssue & IssuePlace)[]> {
  const { record, seq } = after ?? { record: -1, seq: 0 };
  const rows = await db.importIssue.findMany({
    where: { importId, OR: [{ record: { gt: record } }, { record, seq: { gt: seq } }] },
    orderBy: [{ record: "asc" }, { seq: "asc" }],
    take: limit,
    omit: { importId: true },
  });
  return rows as (ImportIssue & IssuePlace)[];
}
