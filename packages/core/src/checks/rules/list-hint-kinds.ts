import { parseTypeHint } from "../python/parse-type-hint.ts";
import type { TypeHint } from "../python/type-hint.ts";

/** Names of the types that a hint allows at its top: `int`, `list`, `None`, `Any`; empty when unreadable. */
export function listHintKinds(source: string): string[] {
  const parsed = parseTypeHint(source);
  return parsed.ok ? listKinds(parsed.hint) : [];
}

function listKinds(hint: TypeHint): string[] {
  switch (hint.kind) {
    case "none":
      return ["None"];
    case "any":
      return ["Any"];
    case "name":
      return [hint.name];
    case "union":
      return hint.members.flatMap(listKinds);
    case "literal":
    case "arguments":
      return [];
    default:
      return [];
  }
}
