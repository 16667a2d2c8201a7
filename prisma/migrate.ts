import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { withSchemaEngine } from "./schema-engine.ts";

export const MIGRATIONS_DIR = join(import.meta.dirname, "migrations");
const MIGRATION_FILE = "migration.sql";

/**
 * Applies the migrations that the database has not seen, and returns their names.
 * Safe to call from several processes: Prisma's engine holds an advisory lock.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const migrationsList = {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(MIGRATIONS_DIR, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await readMigrations(),
  };
  const filters = { externalTables: [], externalEnums: [] };
  return withSchemaEngine(connectionString, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  });
}

/** Names of the migrations in the source tree, oldest first. */
export async function listMigrationNames(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigrations() {
  const names = await listMigrationNames();
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: MIGRATION_FILE,
        content: {
          tag: "ok" as const,
          value: await readFile(join(MIGRATIONS_DIR, name, MIGRATION_FILE), "utf8"),
        },
      },
    })),
  );
}
