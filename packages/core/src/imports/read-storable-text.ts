import { BadRecordError } from "./bad-record-error.ts";
import type { RecordField } from "./record-fields.ts";

/**
 * The text of a field that the database can hold as text.
 * @param what the field's name in messages
 * @param maxLength UTF-16 code units
 * @throws BadRecordError when the value is no text, too long, or has a character that UTF-8 or
 *   Postgres cannot hold
 */
export function readStorableText(field: RecordField, what: string, maxLength: number): string {
  const { content, path } = field;
  if (!field.isText) {
    throw new BadRecordError("not_text", `The ${what} must be text. Put it in quotes.`, path);
  }
  if (content.length > maxLength) {
    const [length, limit] = [content.length, maxLength].map((n) => n.toLocaleString("en"));
    throw new BadRecordError(
      "too_long",
      `The ${what} has ${length} characters; the limit is ${limit}. Shorten it.`,
      path,
    );
  }
  const bad = content.includes("\0")
    ? "a NUL character (\\u0000)"
    : /\p{Surrogate}/u.test(content)
      ? "half of a character (a lone surrogate, \\ud800 to \\udfff)"
      : null;
  if (bad !== null) {
    throw new BadRecordError(
      "bad_character",
      `The ${what} has ${bad}, which cannot be stored. Remove it.`,
      path,
    );
  }
  return content;
}
