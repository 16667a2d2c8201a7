import { inspectFile } from "@foundry/core/imports/inspect-file";
import type { SourceRecord } from "@foundry/core/imports/source-record";
import { splitRecords } from "@foundry/core/imports/split-records";
import { UnreadableFileError } from "@foundry/core/imports/unreadable-file-error";
import type { Source } from "../open-source.ts";
import { UnusableInputError } from "../unusable-input-error.ts";

const OPEN_OBJECT = 0x7b;
/** A file in which so many lines are no record is not a file of records. */
const MAX_HELD = 1_000;

/**
 * The records of a JSON Lines or JSON source, one at a time. What comes before the first record is
 * held back, because without one the whole source is unusable and not a list of bad records.
 * @throws UnusableInputError when the source holds no record at all
 */
export async function* readRecords(source: Source): AsyncGenerator<SourceRecord> {
  const held: SourceRecord[] = [];
  let hasRecord = false;
  for await (const record of splitRecords(source.chunks, inspect(source))) {
    if (!hasRecord) {
      held.push(record);
      hasRecord = looksLikeRecord(record);
      if (held.length > MAX_HELD) break;
      if (hasRecord) yield* held;
    } else {
      yield record;
    }
  }
  if (hasRecord) return;
  throw new UnusableInputError(
    `${source.name} holds no record. A record is a JSON object, one on each line or in a JSON list.`,
  );
}

function inspect({ head, fileName, name }: Source) {
  try {
    const layout = inspectFile(head, fileName);
    if (layout.format !== "csv") return layout;
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new UnusableInputError(`Cannot read ${name}: ${error.message}`);
  }
  throw new UnusableInputError(`${name} is neither JSON Lines nor JSON.`);
}

/** A record that is broken on the way still counts; a line of prose does not. */
function looksLikeRecord({ content }: SourceRecord): boolean {
  if (!Buffer.isBuffer(content)) return true;
  return content.find((byte) => byte > 0x20) === OPEN_OBJECT;
}
