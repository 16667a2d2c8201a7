import { test } from "vitest";
import { LlmServer } from "./llm-server/llm-server.ts";

/** A test with a stand-in server of its own, which ends with it. */
export const llmServerTest = test.extend<{ server: LlmServer }>({
  server: async ({}, use) => {
    const server = await LlmServer.start();
    await use(server);
    await server.stop();
  },
});
