import { probeSandbox } from "@foundry/core/evidence/server/probe-sandbox";
import type { UsableSandbox } from "@foundry/core/evidence/server/sandbox";
import { writeSandboxState } from "@foundry/core/findings/sandbox-state";
import type { Logger } from "@foundry/core/logger";
import type { Database } from "@foundry/prisma/client";

/** Tries the sandbox of this machine and tells the web what came out. Null when it is off. */
export async function openSandbox(db: Database, logger: Logger): Promise<UsableSandbox | null> {
  const sandbox = await probeSandbox();
  await writeSandboxState(db, sandbox);
  if (sandbox.isOn) return sandbox;
  logger.warn({ reason: sandbox.reason }, "runs on the server are off");
  return null;
}
