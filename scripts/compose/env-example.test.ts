import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../studio/settings.ts";

const SCHEMAS = ["apps/cli/src/env.ts", "apps/web/src/env.ts", "workers/src/env.ts"];
/** Set by programs, never by a person. */
const OURS = new Set(["INIT_CWD", "NODE_ENV"]);

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const lines = read(".env.example").split("\n");
const isVariable = (line: string) => /^(# )?[A-Z][A-Z0-9_]*=/.test(line);
const nameOf = (line: string) => line.replace("# ", "").split("=")[0] ?? "";
const named = lines.filter(isVariable).map(nameOf);

/** Names of the variables in the zod schema of an env.ts. */
function schemaNames(path: string): string[] {
  const names = [...read(path).matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name = ""]) => name);
  return names.filter((name) => !OURS.has(name));
}

it("names every variable once, each after one comment", () => {
  expect(new Set(named).size).toBe(named.length);
  lines.forEach((line, index) => {
    if (!isVariable(line)) return;
    const comment = lines[index - 1] ?? "";
    expect(comment, `the line before ${line}`).toMatch(/^# [^-]/);
    expect(isVariable(comment), `the line before ${line}`).toBe(false);
  });
});

it.each(SCHEMAS)("explains every variable of %s", (path) => {
  const names = schemaNames(path);
  expect(names.length).toBeGreaterThan(1);
  expect(named).toEqual(expect.arrayContaining(names));
});

it("explains every variable of the compose file, and none that nothing reads", () => {
  const compose = [...read("docker-compose.yml").matchAll(/\$\{(\w+)/g)].map(
    ([, name = ""]) => name,
  );
  const start = [...read("scripts/studio/settings.ts").matchAll(/env\["(\w+)"\]/g)].map(
    ([, name = ""]) => name,
  );
  const readSomewhere = new Set([...compose, ...start, ...SCHEMAS.flatMap(schemaNames)]);
  expect([...readSomewhere].sort()).toEqual(named.toSorted());
});
