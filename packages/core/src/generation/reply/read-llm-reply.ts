import { IR_LIMITS } from "../../ir/ir-limits.ts";
import { irSchema } from "../../ir/ir.schema.ts";
import { readIr } from "../../ir/read-ir.ts";
import { scanJson } from "../../ir/scan-json.ts";
import { writeCanonicalIr } from "../../ir/write-canonical-ir.ts";
import { restoreWordCase } from "./restore-word-case.ts";
import { widenHoles } from "./widen-holes.ts";

const MAX_NAMED_PROBLEMS = 5;

/** The IR that a reply holds, or why there is none. */
export type LlmReplyReading = { ok: true; raw: string } | { ok: false; problem: string };

/**
 * Reads a reply to `irLlmSchema`: turns lists of keys with values back into dictionaries, leaves out
 * what is null or an empty list by default, and then holds it against the full schema. Strict: text
 * around the document or a key that is written twice is a problem, never mended silently.
 *
 * @returns on success the IR as text, indented, keys in the order of the schema
 */
export function readLlmReply(text: string): LlmReplyReading {
  const scan = scanJson(text, IR_LIMITS);
  if (!scan.ok) {
    const { message, line, column } = scan.problem;
    return refuse(
      `The reply is not one JSON document: ${message} (line ${line}, column ${column}).`,
    );
  }
  const [twice] = scan.overview.duplicateKeys;
  if (twice !== undefined) return refuse(`${twice} is written more than once in its object.`);
  const widened = widenHoles(restoreWordCase(JSON.parse(text)));
  if (!widened.ok) return widened;
  const ordered: unknown = JSON.parse(writeCanonicalIr(leaveOutEmpty(widened.value)));
  if (irSchema.safeParse(ordered).success) {
    return { ok: true, raw: JSON.stringify(ordered, null, 2) };
  }
  const { findings } = readIr(JSON.stringify(ordered));
  const named = findings.slice(0, MAX_NAMED_PROBLEMS).map(({ message }) => message);
  return refuse(`The reply is not an IR: ${named.join("; ")}.`);
}

function refuse(problem: string): LlmReplyReading {
  return { ok: false, problem };
}

/** What a person who writes an IR leaves out as well; the value that is read stays the same. */
function leaveOutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leaveOutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value)
    .filter(([key, member]) => member !== null && !(key === "holes" && isEmptyList(member)))
    .map(([key, member]): [string, unknown] => [key, leaveOutEmpty(member)]);
  return Object.fromEntries(members);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
