import { expect, it } from "vitest";
import { readEnv } from "./env.ts";

const minimal = { DATABASE_URL: "postgresql://localhost/foundry", FOUNDRY_DATA_DIR: "/data" };

it("needs a database and a data folder, and has an answer for the rest", () => {
  expect(readEnv(minimal)).toMatchObject({
    databaseUrl: "postgresql://localhost/foundry",
    redisUrl: undefined,
    uploadsDir: "/data/uploads",
    concurrency: { main: 4, llm: 4 },
  });
  expect(readEnv({ ...minimal, REDIS_URL: "", WORKER_CONCURRENCY: "" })).toMatchObject({
    redisUrl: undefined,
    concurrency: { main: 4, llm: 4 },
  });
});

it.each([
  ["DATABASE_URL", undefined],
  ["DATABASE_URL", "mysql://localhost"],
  ["FOUNDRY_DATA_DIR", ""],
  ["REDIS_URL", "http://localhost"],
  ["WORKER_CONCURRENCY", "0"],
  ["WORKER_CONCURRENCY", "many"],
  ["GENERATION_CONCURRENCY", "0"],
  ["ANTHROPIC_BASE_URL", "example.org"],
  ["LOG_LEVEL", "loud"],
])("names %s when it is %j", (name, value) => {
  expect(() => readEnv({ ...minimal, [name]: value })).toThrow(name);
});
