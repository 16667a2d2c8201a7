import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findFreePort, startTemporaryPostgres } from "@foundry/prisma/temporary-postgres";
import { readCompose } from "../../scripts/compose/read-compose.ts";
import { readDockerfile } from "../../scripts/compose/read-dockerfile.ts";
import { ROOT } from "../../scripts/studio/settings.ts";

const run = promisify(execFile);

/** The services of the compose file, started as plain processes with the compose environment. */
export interface ComposeStack {
  webUrl: string;
  databaseUrl: string;
  start(service: "redis" | "web" | "workers"): ChildProcess;
  /** Runs a service to its end. Rejects when it fails. */
  runOnce(service: "migrate"): Promise<void>;
  /** Runs the service's health check once. */
  isHealthy(service: "redis" | "web" | "workers"): Promise<boolean>;
  stop(): Promise<void>;
}

export async function createComposeStack(): Promise<ComposeStack> {
  const folder = await mkdtemp(join(tmpdir(), "foundry-compose-"));
  const postgres = await startTemporaryPostgres();
  await postgres.createDatabase("foundry");
  const [webPort, redisPort] = [await findFreePort(), await findFreePort()];
  const { services } = readCompose({
    POSTGRES_PASSWORD: "temporary",
    REDIS_PASSWORD: "queue-secret",
    FOUNDRY_SECRET: "0123456789abcdef0123456789abcdef",
    FOUNDRY_URL: `http://localhost:${webPort}`,
  });
  const stages = readDockerfile();
  const children: ChildProcess[] = [];

  /** What the container would see, host names and mount points put in terms of this machine. */
  function environment(name: string): NodeJS.ProcessEnv {
    const { environment: own = {}, build } = services[name] ?? {};
    const stage = build ? stages.get(build.target) : undefined;
    const entries = Object.entries({ ...stage?.env, ...own }).map(([key, value]) => [
      key,
      value
        .replace("@postgres:5432", `@${new URL(postgres.url()).host}`)
        .replace("@redis:6379", `@127.0.0.1:${redisPort}`)
        .replace(/^\/data$/, join(folder, "data")),
    ]);
    const machine = {
      PATH: process.env["PATH"],
      HOME: folder,
      TMPDIR: folder,
      NODE_ENV: "production",
    };
    return {
      ...Object.fromEntries(entries),
      ...machine,
      ...(name === "web" ? { PORT: String(webPort) } : {}),
    };
  }

  function commandOf(name: string, kind: "command" | "healthCheck"): string[] {
    const { build, command = [], healthcheck } = services[name] ?? {};
    const stage = build ? stages.get(build.target) : undefined;
    const own = kind === "command" ? command : (healthcheck?.test.slice(1) ?? []);
    const words = stage?.[kind] ?? own;
    if (name !== "redis") return words;
    return kind === "command"
      ? [...words, "--port", String(redisPort), "--dir", folder]
      : words.toSpliced(1, 0, "-p", String(redisPort));
  }

  return {
    webUrl: `http://localhost:${webPort}`,
    databaseUrl: postgres.url("foundry"),
    start(service) {
      const [program = "", ...args] = commandOf(service, "command");
      const child = spawn(program, args, { cwd: ROOT, env: environment(service), stdio: "ignore" });
      children.push(child);
      return child;
    },
    async runOnce(service) {
      const [program = "", ...args] = commandOf(service, "command");
      await run(program, args, { cwd: ROOT, env: environment(service) });
    },
    async isHealthy(service) {
      const [program = "", ...args] = commandOf(service, "healthCheck");
      return run(program, args, { cwd: ROOT, env: environment(service) }).then(
        () => true,
        () => false,
      );
    },
    async stop() {
      for (const child of children) child.kill("SIGKILL");
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
