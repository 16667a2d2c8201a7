import type { Ir } from "../../ir/ir.schema.ts";
import type { PatchStep, QuickFix } from "../quick-fix.ts";

/**
 * Renames the function or a parameter, and the same word in effects, predicates and constraints.
 *
 * @param path JSON Pointer of the name itself
 */
export function makeRenameFix(ir: Ir, path: string, from: string, to: string): QuickFix {
  const word = new RegExp(String.raw`(?<![\w'"])${escapePattern(from)}(?![\w'"])`, "g");
  const patch: PatchStep[] = [{ op: "replace", path, value: to }];
  const rename = (place: string, text: string) => {
    const value = text.replaceAll(word, to);
    if (value !== text) patch.push({ op: "replace", path: place, value });
  };
  ir.effects.forEach(({ description }, index) =>
    rename(`/effects/${index}/description`, description),
  );
  ir.assertions.forEach(({ predicate }, index) =>
    rename(`/assertions/${index}/predicate`, predicate),
  );
  return { title: `Rename \`${from}\` to \`${to}\``, patch };
}

function escapePattern(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}-]/g, String.raw`\$&`);
}
