import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { readEnv } from "../env";
import { ADDRESS_HEADER, createAddressReader } from "./client-address";
import { announceShutdown } from "./shutdown";

/** Stops the process in one readable message when its environment is not usable. */
export function prepareServer(): void {
  const { trustedProxies } = readEnvOrExit();
  markClientAddress(trustedProxies);
  process.once("SIGTERM", announceShutdown);
  process.once("SIGINT", announceShutdown);
}

function readEnvOrExit() {
  try {
    return readEnv();
  } catch (error) {
    // Plain text and no log entry: it is for the person who starts the server.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** A route handler cannot see the socket, and Next keeps an X-Forwarded-For that the client made up. */
function markClientAddress(trustedProxies: readonly string[]): void {
  const readAddress = createAddressReader(trustedProxies);
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwardedFor = request.headers["x-forwarded-for"];
    request.headers[ADDRESS_HEADER] = readAddress(
      request.socket.remoteAddress ?? "",
      Array.isArray(forwardedFor) ? forwardedFor.join(",") : forwardedFor,
    );
  });
}
