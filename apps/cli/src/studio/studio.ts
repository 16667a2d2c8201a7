import type { Command } from "commander";
import { readEnv } from "../env.ts";
import { UnusableInputError } from "../unusable-input-error.ts";

const DEFAULT_URL = "http://localhost:3000";

/** A running studio, and who asks it. */
export interface Studio {
  /** Without a path. */
  url: string;
  token: string | undefined;
}

export interface StudioOptions {
  url?: string;
  token?: string;
}

export function addStudioOptions(command: Command): Command {
  return command
    .option("--url <url>", `address of the studio (default: $FOUNDRY_URL or ${DEFAULT_URL})`)
    .option("--token <token>", "API token, made under Settings (default: $FOUNDRY_TOKEN)");
}

/** @throws UnusableInputError when the address is none */
export function chooseStudio(options: StudioOptions): Studio {
  const env = readEnv();
  const address = options.url ?? (env.FOUNDRY_URL || DEFAULT_URL);
  const isHttp = /^https?:\/\//i.test(address) && URL.canParse(address);
  if (!isHttp) throw new UnusableInputError(`${address} is not an address such as ${DEFAULT_URL}.`);
  return { url: new URL(address).origin, token: options.token ?? (env.FOUNDRY_TOKEN || undefined) };
}
