import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../studio/settings.ts";
import { readCompose } from "./read-compose.ts";
import { readDockerfile } from "./read-dockerfile.ts";

const SECRETS = { POSTGRES_PASSWORD: "p", REDIS_PASSWORD: "r", FOUNDRY_SECRET: "f" };
const { services, volumes } = readCompose(SECRETS);
const stages = readDockerfile();
const ours = Object.entries(services).filter(([, { build }]) => build?.target !== undefined);

it("names the services of the architecture", () => {
  expect(Object.keys(services).sort()).toEqual([
    "migrate",
    "postgres",
    "redis",
    "trainer",
    "web",
    "workers",
  ]);
  expect(services["postgres"]?.image).toBe("postgres:18");
  expect(services["redis"]?.image).toBe("redis:8");
});

it.each(ours)(
  "builds %s from a stage with a command that runs as nobody special",
  (name, service) => {
    const stage = stages.get(service.build?.target ?? "");
    expect(stage?.name).toBe(name);
    expect(stage?.user).toBe("node");
    expect(stage?.command?.[0]).toBe("node");
    const script =
      stage?.command?.find((word) => /\.(ts|mjs)$/.test(word)) ?? "apps/web/package.json";
    expect(existsSync(join(ROOT, script)), script).toBe(true);
    expect(service.init).toBe(true);
    expect(service.stop_grace_period).toBe("90s");
  },
);

it("starts the trainer only when asked, with nothing but a runner's token", () => {
  const { trainer } = services;
  expect(trainer?.profiles).toEqual(["gpu"]);
  expect(Object.keys(trainer?.environment ?? {})).toEqual(["FOUNDRY_RUNNER_TOKEN"]);
  expect(existsSync(join(ROOT, "python-trainer/Dockerfile"))).toBe(true);
});

it.each(["web", "workers"])("knows when %s is healthy", (name) => {
  expect(stages.get(name)?.healthCheck?.[0]).toBe("node");
});

it.each(["postgres", "redis"])("waits for %s and keeps its data", (name) => {
  expect(services[name]?.healthcheck?.test[0]).toBe("CMD");
  expect(services[name]?.volumes?.[0]?.split(":")[0]).toBe(name);
  expect(Object.keys(volumes)).toContain(name);
});

it("starts web and workers only after the database is prepared", () => {
  for (const name of ["web", "workers"]) {
    expect(services[name]?.depends_on).toMatchObject({
      migrate: { condition: "service_completed_successfully" },
      redis: { condition: "service_healthy" },
    });
  }
  expect(services["migrate"]?.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
});

it("keeps a queue that forgets nothing", () => {
  const command = services["redis"]?.command?.join(" ");
  expect(command).toContain("--appendonly yes");
  expect(command).toContain("--maxmemory-policy noeviction");
});

it.each(Object.keys(SECRETS))("refuses to start without %s", (name) => {
  expect(() => readCompose({ ...SECRETS, [name]: "" })).toThrow(name);
});

it("gives the secret to the web server, and to the workers for stored keys, alone", () => {
  const holders = Object.entries(services).filter(
    ([, { environment }]) => environment?.["FOUNDRY_SECRET"],
  );
  expect(holders.map(([name]) => name)).toEqual(["web", "workers"]);
});

it("installs every workspace in the image", () => {
  const { workspaces } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    workspaces: string[];
  };
  const dockerfile = readFileSync(join(ROOT, "Dockerfile"), "utf8");
  for (const folder of workspaces) {
    expect(dockerfile).toContain(`COPY ${folder}/package.json ${folder}/`);
  }
});
