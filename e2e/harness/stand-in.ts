import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../../scripts/studio/settings.ts";

const PROGRAM = "packages/core/src/generation/testing/llm-server/llm-server-process.ts";

/** What a test may ask of the stand-in; `script` is for the next requests in their order. */
export interface StandInBehaviour {
  script?: string[];
  latencyMs?: number;
  catalogue?: { seed: string; count: number }[];
  faultRate?: number;
  limits?: { requestsPerMinute: number } | null;
  apiKeys?: string[] | null;
}

/** The stand-in for the provider, in a process of its own like the real one. */
export interface StandIn {
  url: string;
  behave(behaviour: StandInBehaviour): Promise<void>;
  /** What the provider would bill, in dollars. */
  billedUsd(): Promise<number>;
  stop(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, PROGRAM)], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await readUrl(child);
  const control = async (method: string, body?: StandInBehaviour): Promise<unknown> => {
    const response = await fetch(`${url}/control`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The stand-in refused: ${await response.text()}`);
    return response.json();
  };
  return {
    url,
    behave: async (behaviour) => void (await control("POST", behaviour)),
    billedUsd: async () => {
      const { bill } = (await control("GET")) as { bill: { billedNanoUsd: number } };
      return bill.billedNanoUsd / 1e9;
    },
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function readUrl({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("The stand-in says nothing.");
  for await (const line of createInterface({ input: stdout })) {
    return (JSON.parse(line) as { url: string }).url;
  }
  throw new Error("The stand-in ended before it said where it is.");
}
