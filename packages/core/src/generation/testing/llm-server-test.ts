import { test } from "vitest";
import { LlmServer } from "./llm-server/llm-server.ts";
import type { ServerSettingsInput } from "./llm-server/settings.ts";

/** A test with a stand-in server of its own, which ends with it. */
export const llmServerTest = test.extend<{ settings: ServerSettingsInput; server: LlmServer }>({
  settings: {},
  server: async ({ settings }, use) => {
    const server = await LlmServer.start(settings);
    await use(server);
    await server.stop();
  },
});
