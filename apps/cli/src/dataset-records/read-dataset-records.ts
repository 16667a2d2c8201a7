import { isUtf8 } from "node:buffer";
import type { SourceRecord } from "@foundry/core/imports/source-record";
import { locateIr } from "../check/locate-ir.ts";
import { readRecords } from "../check/read-records.ts";
import type { Source } from "../open-source.ts";
import { UnusableInputError } from "../unusable-input-error.ts";
import type { DatasetRecord } from "./dataset-record.ts";

/**
 * The records of a source in their order. Training data must not silently lack a part, so one
 * record without a prompt makes the whole source unusable.
 * @throws UnusableInputError
 */
export async function* readDatasetRecords(source: Source): AsyncGenerator<DatasetRecord> {
  for await (const record of readRecords(source)) yield readRecord(record, source.name);
}

function readRecord({ content, line }: SourceRecord, name: string): DatasetRecord {
  const refuse = (message: string): UnusableInputError =>
    new UnusableInputError(`${name}, line ${line}: ${message}`);
  if (!Buffer.isBuffer(content)) throw refuse("message" in content ? content.message : "");
  if (!isUtf8(content)) throw refuse("This record has bytes that are not UTF-8.");
  // Line breaks stand between the parts of JSON only, never in a text.
  const text = content
    .toString("utf8")
    .trim()
    .replaceAll(/[\r\n]+/g, " ");
  const { prompt, raw, findings } = locateIr(text, line, {
    promptField: "prompt",
    irField: undefined,
  });
  if (prompt === null || prompt.trim() === "") {
    const unreadable = raw === null ? findings[0]?.message : undefined;
    throw refuse(unreadable ?? "The record has no prompt; its field is `prompt`, a text.");
  }
  const fields = JSON.parse(text) as Record<string, unknown>;
  return {
    text,
    prompt,
    ir: raw === null ? null : parseIr(raw),
    id: readName(fields["id"]),
    category: readName(fields["category"]),
    family: readName(fields["family"]),
    parent: readName(fields["parent"]),
  };
}

function parseIr(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    // A reply that is no JSON still is what it is: it equals itself.
    return raw;
  }
}

function readName(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
