import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { findImport } from "./find-import.ts";
import { importIssueSchema } from "./import.schema.ts";
import { type IssuePlace, pageImportIssues } from "./page-import-issues.ts";

const PAGE_SIZE = 1_000;

/**
 * The report of an import as JSON Lines: one line an issue, last the import with its counters.
 * @returns lines, each with its line break
 * @throws DomainError `forbidden`, `not_found`, both before the first line
 */
export async function* streamImportReport(
  db: Database,
  actor: Actor,
  importId: string,
): AsyncGenerator<string> {
  authorize(actor, "corpus.import");
  const { id } = await findImport(db, importId);
  for (let after: IssuePlace | null = null; ;) {
    const page = await pageImportIssues(db, id, after, PAGE_SIZE);
    for (const issue of page) yield toLine(importIssueSchema.parse(issue));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_SIZE) break;
    after = { record: last.record, seq: last.seq };
  }
  yield toLine({ import: await findImport(db, id) });
}

function toLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
