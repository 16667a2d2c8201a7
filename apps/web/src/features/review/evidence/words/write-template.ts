import type { Ir } from "@foundry/core/ir/ir.schema";

/** The start of a reference implementation: what the signature fixes, and a place for the rest. */
export function writeTemplate(ir: Ir | null): string {
  if (ir === null) return "";
  const { name, parameters, returns } = ir.signature;
  const hints = parameters.map((parameter) => `${parameter.name}: ${parameter.type_hint}`);
  const types = `(${hints.join(", ")})${returns ? ` -> ${returns}` : ""}`;
  // As a comment, because a hint may use names that nothing imports.
  return [
    `# ${types.replaceAll(/\s+/g, " ")}`,
    `def ${name}(${parameters.map((parameter) => parameter.name).join(", ")}):`,
    "    ",
  ].join("\n");
}
