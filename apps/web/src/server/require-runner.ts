import "server-only";
import { DomainError } from "@foundry/core/errors";
import { findRunner, type RunnerIdentity } from "@foundry/core/runners/find-runner";
import { getClients } from "./clients";

/**
 * Which runner sends the request, by its token. Asked for each time, so that a revoked one is shut
 * out at once.
 * @throws DomainError `unauthenticated`
 */
export async function requireRunner(headers: Headers): Promise<RunnerIdentity> {
  const [, token = ""] = /^bearer +(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  const runner = await findRunner(getClients().db, token);
  if (runner !== null) return runner;
  throw new DomainError(
    "unauthenticated",
    "This is no token of a runner, or it was revoked. An admin makes a new one on the training page.",
  );
}
