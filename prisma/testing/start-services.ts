import type { TestProject } from "vitest/node";
import { migrate } from "../migrate.ts";
import { startTemporaryPostgres } from "../temporary-postgres.ts";
import { startTemporaryRedis } from "./temporary-redis.ts";

export const TEMPLATE_DATABASE = "foundry_template";

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
    redisUrl: string;
  }
}

/** One Postgres and one Redis for the whole run; every test gets its own database, see db-test.ts. */
export default async function startServices(project: TestProject) {
  const [postgres, redis] = await Promise.all([startTemporaryPostgres(), startTemporaryRedis()]);
  await postgres.createDatabase(TEMPLATE_DATABASE);
  await migrate(postgres.url(TEMPLATE_DATABASE));
  project.provide("postgresUrl", postgres.url());
  project.provide("redisUrl", redis.url);
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
  };
}
