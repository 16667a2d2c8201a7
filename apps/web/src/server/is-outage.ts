/** Prisma: not reachable, timed out, pool empty, connection closed, no transaction in time. */
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);

const ADAPTER_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
]);

const SOCKET_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENOTFOUND", "EPIPE"]);

/** Postgres: connection exceptions, out of resources, operator intervention, lock not available. */
const SQL_STATE = /^(08...|53...|57014|57P0[1-5]|55P03)$/;

/** What `pg` says without a code. */
const DRIVER_MESSAGE =
  /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error/i;

/** True when the database could not serve the request now, although the request may be fine. */
export function isOutage(error: unknown): boolean {
  for (let current = error; typeof current === "object" && current !== null;) {
    const { code, kind, originalCode, message, cause, meta } = current as Record<string, unknown>;
    if (PRISMA_CODES.has(String(code)) || SOCKET_CODES.has(String(code))) return true;
    if (ADAPTER_KINDS.has(String(kind))) return true;
    if (SQL_STATE.test(String(code)) || SQL_STATE.test(String(originalCode))) return true;
    if (typeof message === "string" && DRIVER_MESSAGE.test(message)) return true;
    const nested = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
    current = nested ?? cause;
  }
  return false;
}
