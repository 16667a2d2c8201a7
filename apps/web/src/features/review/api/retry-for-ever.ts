import { isTransient } from "../desk/is-transient";
import { retryDelay } from "../desk/retry-delay";

/**
 * Options of a mutation whose work must not be lost: it is sent again until the studio answers.
 * The browser's own idea of being offline is not asked, because a studio on this machine needs no network.
 */
export const retryForEver = {
  retry: (_failureCount: number, error: Error) => isTransient(error),
  retryDelay,
  networkMode: "always",
} as const;
