import { toJsonPointer } from "../ir/json-pointer.ts";
import { BadRecordError } from "./bad-record-error.ts";
import { FIELD_NAMES, type RecordFields } from "./record-fields.ts";
import { splitCsvFields } from "./split-csv-fields.ts";
import { UnreadableFileError } from "./unreadable-file-error.ts";

/** The header of a CSV file, and how to read rows under it. */
export class CsvColumns {
  private readonly delimiter: string;
  private readonly names: string[];

  /** @throws UnreadableFileError when the header has no `prompt`, or a known column twice */
  constructor(header: string, delimiter: string) {
    this.delimiter = delimiter;
    this.names = splitCsvFields(header, delimiter).map((name) => name.trim().toLowerCase());
    const found = this.names.filter((name) => name !== "").map((name) => name.slice(0, 40));
    if (!this.names.includes("prompt")) {
      throw new UnreadableFileError(
        "no_prompt_column",
        `The file was read as CSV, and its first line has no column \`prompt\`. Found: ${listNames(found)}. Name the column with the prompts \`prompt\`.`,
      );
    }
    const repeated = found.find((name, at) => FIELD_NAMES.has(name) && found.indexOf(name) !== at);
    if (repeated !== undefined) {
      throw new UnreadableFileError(
        "repeated_column",
        `The header has two columns \`${repeated}\`. Rename or remove one.`,
      );
    }
  }

  /**
   * An empty cell is an absent field.
   * @throws BadRecordError when the row has more or fewer fields than the header
   */
  readRow(row: string): RecordFields {
    const cells = splitCsvFields(row, this.delimiter);
    if (cells.length !== this.names.length) {
      throw new BadRecordError(
        "wrong_field_count",
        `This row has ${count(cells.length)}, the header ${count(this.names.length)}. Put fields with commas, quotes or line breaks in double quotes.`,
      );
    }
    const record: RecordFields = { fields: new Map(), ignored: [], issues: [] };
    this.names.forEach((name, index) => {
      const content = cells[index] ?? "";
      const path = toJsonPointer([name]);
      if (FIELD_NAMES.has(name)) {
        if (content.trim() !== "") record.fields.set(name, { path, isText: true, content });
      } else if (name !== "") record.ignored.push(path);
    });
    return record;
  }
}

function count(fields: number): string {
  return fields === 1 ? "1 field" : `${fields} fields`;
}

function listNames(names: string[]): string {
  if (names.length === 0) return "no names";
  const shown = names.slice(0, 12).map((name) => `\`${name}\``);
  return names.length > shown.length ? `${shown.join(", ")} and more` : shown.join(", ");
}
