import type { Role } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { makeSessionCookie } from "../harness/session-cookie.ts";
import { test as base } from "../test.ts";
import { buildWithoutProxy } from "./build-without-proxy.ts";
import { startWebServer, type WebServer } from "./web-server.ts";

export { expect } from "../test.ts";

interface WorkerFixtures {
  /** The studio's web server as it were with src/proxy.ts deleted. */
  unproxied: WebServer;
}

export const test = base.extend<object, WorkerFixtures>({
  unproxied: [
    async ({ studio }, use) => {
      const server = await startWebServer(studio, { app: await buildWithoutProxy() });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

/** The `cookie` header of a new person's browser. */
export async function signInAs(
  role: Role,
  studio: Parameters<typeof makeSessionCookie>[0],
): Promise<{ userId: string; cookie: string }> {
  const user = await makeUser(studio.db, { role });
  const { name, value } = await makeSessionCookie(studio, user.id);
  return { userId: user.id, cookie: `${name}=${value}` };
}

/** What our own pages send with a change. */
export function ownPageHeaders(origin: string): Record<string, string> {
  return { origin, "x-foundry-request": "1", "sec-fetch-site": "same-origin" };
}
