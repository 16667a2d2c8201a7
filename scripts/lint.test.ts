import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** File → what it does wrong, and the rule that must say so; null when it is allowed there. */
const PLANTED = [
  ["console.ts", `console.log("x");`, "eslint(no-console)"],
  ["scripts/console.ts", `console.log("x");`, null],
  ["env-read.ts", `export const home = process.env["HOME"];`, "node(no-process-env)"],
  ["env.ts", `export const home = process.env["HOME"];`, null],
  ["any.ts", `export const value: any = 1;`, "typescript(no-explicit-any)"],
  ["non-null.ts", `export const first = [1].at(0)!;`, "typescript(no-non-null-assertion)"],
  ["ignored.ts", `// @ts-ignore\nexport const n: number = "";`, "typescript(ban-ts-comment)"],
  ["empty-catch.ts", `try { JSON.parse(""); } catch {}`, "eslint(no-empty)"],
  ["floating.ts", `async function run() {}\nrun();`, "typescript(no-floating-promises)"],
  ["CamelCase.ts", `export const one = 1;`, "unicorn(filename-case)"],
  ["long.ts", "export const one = 1;" + "\n".repeat(401), "eslint(max-lines)"],
  ["long.test.ts", "export const one = 1;" + "\n".repeat(450), null],
  [
    "mocked.test.ts",
    `import { vi } from "vitest";\nvi.mock("./a.ts");`,
    "vitest(no-restricted-vi-methods)",
  ],
  [
    "skipped.test.ts",
    `import { it } from "vitest";\nit.skip("a", () => {});`,
    "vitest(no-disabled-tests)",
  ],
  [
    "inline-type.ts",
    `import { type Stats } from "node:fs";\nexport type A = Stats;`,
    "typescript(no-import-type-side-effects)",
  ],
] as const;

let folder: string;
const found = new Map<string, string[]>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "foundry-lint-"));
  await copyFile(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  await writeFile(join(folder, "tsconfig.json"), `{ "compilerOptions": { "strict": true } }`);
  for (const [path, text] of PLANTED) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const output = await new Promise<string>((resolveOutput) => {
    const program = join(ROOT, "node_modules/oxlint/bin/oxlint");
    execFile(process.execPath, [program, "-f", "json"], { cwd: folder }, (_error, stdout) =>
      resolveOutput(stdout),
    );
  });
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { code: string; filename: string }[];
  };
  for (const { code, filename } of diagnostics) {
    found.set(filename, [...(found.get(filename) ?? []), code]);
  }
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

it.each(PLANTED)("%s", (path, _text, rule) => {
  const codes = found.get(path) ?? [];
  expect(rule === null ? codes.length === 0 : codes.includes(rule), codes.join()).toBe(true);
});
