import { irLlmSchema } from "../../ir/ir-llm-schema.ts";

/** By property: the words that the schema allows there, under their lower-case form. */
type Words = ReadonlyMap<string, ReadonlyMap<string, string>>;

const WORDS = collectWords(irLlmSchema());

/**
 * Gives fixed words back the case that the schema has: the API guarantees the words of an
 * enumeration, but not their capitals. Before dictionaries are made of lists, as their keys are free.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 */
export function restoreWordCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restoreWordCase);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]): [string, unknown] => [
    key,
    typeof member === "string"
      ? (WORDS.get(key)?.get(member.toLowerCase()) ?? member)
      : restoreWordCase(member),
  ]);
  return Object.fromEntries(members);
}

function collectWords(schema: unknown): Words {
  const words = new Map<string, Map<string, string>>();
  visit(schema, (name, word) => {
    const own = words.get(name) ?? new Map<string, string>();
    words.set(name, own.set(word.toLowerCase(), word));
  });
  return words;
}

function visit(schema: unknown, note: (name: string, word: string) => void): void {
  if (typeof schema !== "object" || schema === null) return;
  const properties = "properties" in schema ? schema.properties : {};
  for (const [name, property] of Object.entries(properties ?? {})) {
    for (const word of listWords(property)) note(name, word);
  }
  for (const inner of Object.values(schema)) visit(inner, note);
}

function listWords(property: unknown): string[] {
  const { enum: words, const: word } = property as { enum?: unknown[]; const?: unknown };
  return [...(words ?? []), word].filter((entry) => typeof entry === "string");
}
