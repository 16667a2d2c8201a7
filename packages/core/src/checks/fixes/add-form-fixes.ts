import type { Ir } from "../../ir/ir.schema.ts";
import type { Finding } from "../finding.ts";
import { makeRenameFix } from "./rename-name.ts";
import { toSnakeCase } from "./to-snake-case.ts";

const PARAMETER_NAME = /^\/signature\/parameters\/(\d+)\/name$/;

/** The same findings; a name that only has to be spelt in snake case gets its fix. */
export function addFormFixes(findings: readonly Finding[], ir: Ir): Finding[] {
  return findings.map((finding) => {
    if (finding.check !== "schema") return finding;
    const name = readName(ir, finding.path);
    const snake = name === undefined ? null : toSnakeCase(name);
    if (name === undefined || snake === null || isTaken(ir, snake)) return finding;
    return { ...finding, fix: makeRenameFix(ir, finding.path, name, snake) };
  });
}

function readName({ signature }: Ir, path: string): string | undefined {
  if (path === "/signature/name") return signature.name;
  const index = PARAMETER_NAME.exec(path)?.[1];
  return index === undefined ? undefined : signature.parameters[Number(index)]?.name;
}

function isTaken({ signature }: Ir, name: string): boolean {
  return (
    signature.name === name || signature.parameters.some((parameter) => parameter.name === name)
  );
}
