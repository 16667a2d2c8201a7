import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { ReceivedRequest, ServerBill } from "./llm-server/request-log.ts";
import type { ServerSettingsInput } from "./llm-server/settings.ts";
import { readFirstLine } from "./read-first-line.ts";

const PROGRAM = join(import.meta.dirname, "llm-server/llm-server-process.ts");

/** The stand-in for a provider, in a process of its own like the real one. */
export interface SpawnedProvider {
  url: string;
  configure(change: ServerSettingsInput): Promise<void>;
  /** What it was asked to write, and what it would bill for that. */
  read(): Promise<{ requests: ReceivedRequest[]; bill: ServerBill }>;
  stop(): Promise<void>;
}

export async function spawnProvider(): Promise<SpawnedProvider> {
  const provider = spawn(process.execPath, ["--import", "tsx", PROGRAM], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(provider, "exit");
  const { url } = (await readFirstLine(provider)) as { url: string };
  async function control(change?: ServerSettingsInput) {
    const request = change && { method: "POST", body: JSON.stringify(change) };
    const answer = await fetch(`${url}/control`, request);
    if (!answer.ok) throw new Error(`the stand-in refused: ${await answer.text()}`);
    return (await answer.json()) as { requests: ReceivedRequest[]; bill: ServerBill };
  }
  return {
    url,
    configure: async (change) => void (await control(change)),
    async read() {
      const { requests, bill } = await control();
      return { requests: requests.filter(({ path }) => path === "/v1/messages"), bill };
    },
    async stop() {
      provider.kill("SIGTERM");
      await exited;
    },
  };
}
