import type { ImportBatch } from "./read-batches.ts";
import type { RecordIssue } from "./record-issue.ts";

export const FIELD_IGNORED = "field_ignored";
const MAX_FIELDS = 50;

/**
 * Says of every field that is not taken so, at the record where it first occurs and only there.
 * @param said JSON Pointers of the fields said already; new ones are added
 */
export function remarkOnIgnored(batch: ImportBatch, said: Set<string>): ImportBatch {
  const readings = batch.readings.map((reading) => {
    const fresh = reading.ignored.filter((path) => !said.has(path) && said.size < MAX_FIELDS);
    for (const path of fresh) said.add(path);
    return fresh.length === 0
      ? reading
      : { ...reading, issues: [...reading.issues, ...fresh.map(describe)] };
  });
  return { ...batch, readings };
}

function describe(path: string): RecordIssue {
  const message = `\`${path.slice(1)}\` is not a field of a record. It is left out, here and in all further records.`;
  return { severity: "info", code: FIELD_IGNORED, message, path };
}
