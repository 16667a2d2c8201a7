import pino from "pino";

export type Logger = pino.Logger;

/**
 * Fields first, then a lower-case sentence. Ids and counts only: never a prompt, an IR or a key.
 * Logs go to standard error, because standard output belongs to the command line's results.
 */
export const logger: Logger = pino(
  {
    level: process.env["LOG_LEVEL"] ?? "info",
    base: null,
    redact: ["password", "token", "*.password", "*.token", "authorization", "cookie"],
  },
  pino.destination(2),
);
