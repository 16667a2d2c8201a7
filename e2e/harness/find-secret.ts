import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "@foundry/prisma/client";

/** Somewhere that a secret could be: what it is called and what it holds. */
export interface Place {
  name: string;
  content: Buffer;
}

/** @returns the names of the places that hold one of the secrets, in clear or merely written another way */
export function findSecret(places: readonly Place[], secrets: readonly string[]): string[] {
  const forms = secrets.flatMap(listForms);
  return places
    .filter(({ content }) => forms.some((form) => content.includes(form)))
    .map(({ name }) => name);
}

function listForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  // What of a text's base64 does not depend on what stands before and after it.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [secret, bytes.toString("hex"), ...base64];
}

/** Every row of every table as text: what a dump of the database would hold, the queue's too. */
export async function dumpTables(db: Database): Promise<Place[]> {
  const tables = await db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const places: Place[] = [];
  for (const { schema, name } of tables) {
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(
      `SELECT t::text AS text FROM "${schema}"."${name}" t`,
    );
    const content = Buffer.from(rows.map(({ text }) => text).join("\n"));
    places.push({ name: `table ${schema}.${name}`, content });
  }
  return places;
}

/** Every file in a folder and those below, as it is on disk. */
export async function readFiles(folder: string): Promise<Place[]> {
  const places: Place[] = [];
  for (const path of await readdir(folder, { recursive: true })) {
    const full = join(folder, path);
    const found = await stat(full).catch(() => null);
    if (!found?.isFile()) continue;
    places.push({
      name: `file ${path}`,
      content: await readFile(full).catch(() => Buffer.alloc(0)),
    });
  }
  return places;
}
