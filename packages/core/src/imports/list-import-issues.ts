import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { badCursor } from "./bad-cursor.ts";
import { findImport } from "./find-import.ts";
import { type ImportIssuePage, importIssueSchema } from "./import.schema.ts";
import { type IssuePlace, pageImportIssues } from "./page-import-issues.ts";

const CURSOR = /^(\d{1,9}):(\d{1,9})$/;

/**
 * What was remarked on the records of an import, in the order of the file.
 * @param page.cursor `nextCursor` of the page before
 * @throws DomainError `forbidden`, `not_found`, or `invalid_input` for a cursor of another shape
 */
export async function listImportIssues(
  db: Database,
  actor: Actor,
  importId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ImportIssuePage> {
  authorize(actor, "corpus.import");
  const { id } = await findImport(db, importId);
  const after = cursor === undefined ? null : readCursor(cursor);
  const found = await pageImportIssues(db, id, after, limit + 1);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => importIssueSchema.parse(row)),
    nextCursor: last === undefined ? null : `${last.record}:${last.seq}`,
  };
}

function readCursor(cursor: string): IssuePlace {
  const [, record, seq] = CURSOR.exec(cursor) ?? [];
  if (record === undefined || seq === undefined) throw badCursor();
  return { record: Number(record), seq: Number(seq) };
}
