import type { Prisma } from "@foundry/prisma/client";
import { makeStorable } from "../database/make-storable.ts";
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
      // Keys of a hostile file stand in messages and paths: of any length, with any character.
      message: makeStorable(message, MAX_MESSAGE_LENGTH),
      path: path === null ? null : makeStorable(path, MAX_PATH_LENGTH),
    })),
  );
  if (data.length > 0) await tx.importIssue.createMany({ data });
}
