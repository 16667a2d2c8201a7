import type { Prisma } from "@foundry/prisma/client";
import type { PlacedReading } from "./read-batches.ts";

const MAX_MESSAGE_LENGTH = 1_000;
const MAX_PATH_LENGTH = 500;

/** Writes what was remarked on records; `line` and `record` say where. */
export async function writeIssues(
  tx: Prisma.TransactionClient,
  importId: string,
  readings: readonly Pick<PlacedReading, "index" | "line" | "issues">[],
): Promise<void> {
  const data = readings.flatMap(({ index: record, line, issues }) =>
    issues.map(({ severity, code, message, path }, seq) => ({
      importId,
      record,
      seq,
      line,
      severity,
      code,
      message: toStorable(message, MAX_MESSAGE_LENGTH),
      path: path === null ? null : toStorable(path, MAX_PATH_LENGTH),
    })),
  );
  if (data.length > 0) await tx.importIssue.createMany({ data });
}

/** Keys of a hostile file stand in messages and paths: of any length, with any character. */
function toStorable(text: string, maxLength: number): string {
  const short = text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
  return short.replaceAll("\0", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd");
}
