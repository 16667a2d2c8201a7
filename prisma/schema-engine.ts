import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/**
 * Prisma's own migration engine as WebAssembly, bound to one database.
 *
 * The native engine is a download at install time; this one is part of its npm package, so that
 * migrations work on a closed network. See docs/decisions/0003-migrations-in-webassembly.md.
 */
export async function withSchemaEngine<Result>(
  connectionString: string,
  use: (engine: engineModule.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await loadOnce();
  // The engine keeps its advisory lock until its connection closes, which it never does by itself.
  const pool = new pg.Pool({ connectionString });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    const engine = await engineModule.SchemaEngine.new(
      { datamodels: undefined },
      () => {},
      adapter,
    );
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

let loaded: Promise<void> | undefined;

function loadOnce(): Promise<void> {
  loaded ??= load();
  return loaded;
}

async function load() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(entry.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports,
  });
  const wasm = engineModule as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  wasm.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
}
