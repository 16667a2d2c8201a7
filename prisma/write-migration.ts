/**
 * `npm run db:migrate -- --name add-thing`: writes the next migration from the schema files, by
 * comparing them with the copy that the last migration kept.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listMigrationNames, MIGRATIONS_DIR } from "./migrate.ts";
import { withSchemaEngine } from "./schema-engine.ts";
import { startTemporaryPostgres } from "./temporary-postgres.ts";

const SCHEMA_DIR = join(import.meta.dirname, "schema");
const SNAPSHOT = "schema.prisma";

const { values } = parseArgs({ options: { name: { type: "string" } } });
if (!values.name || !/^[a-z][a-z0-9-]*$/.test(values.name)) {
  process.stderr.write(
    "usage: npm run db:migrate -- --name add-thing   (lower case, with hyphens)\n",
  );
  process.exit(2);
}

const next = await readSchema();
const script = await diff(await readLastSnapshot(), next);
if (script.trim() === "" || script.includes("This is an empty migration")) {
  process.stdout.write("the schema has not changed since the last migration\n");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS_DIR, `${stamp}_${values.name.replaceAll("-", "_")}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), script);
  await writeFile(join(folder, SNAPSHOT), next);
  process.stdout.write(`${folder}/migration.sql\n`);
}

async function readSchema(): Promise<string> {
  const names = (await readdir(SCHEMA_DIR)).filter((name) => name.endsWith(".prisma")).sort();
  const files = await Promise.all(names.map((name) => readFile(join(SCHEMA_DIR, name), "utf8")));
  return files.join("\n");
}

async function readLastSnapshot(): Promise<string | undefined> {
  const last = (await listMigrationNames()).at(-1);
  return last && readFile(join(MIGRATIONS_DIR, last, SNAPSHOT), "utf8");
}

async function diff(from: string | undefined, to: string): Promise<string> {
  // The engine connects even to compare two texts.
  const postgres = await startTemporaryPostgres();
  try {
    const target = (content: string) => ({
      tag: "schemaDatamodel" as const,
      files: [{ path: SNAPSHOT, content }],
    });
    const { stdout } = await withSchemaEngine(postgres.url(), (engine) =>
      engine.diff({
        from: from === undefined ? { tag: "empty" } : target(from),
        to: target(to),
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return stdout ?? "";
  } finally {
    await postgres.stop();
  }
}
