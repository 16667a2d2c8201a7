import { UnsentError } from "./unsent-error.ts";

/** Failures of looking up, connecting and securing: no byte of the request has left. */
const BEFORE_SENDING = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);

/**
 * As `fetch`, but tells a request that never left from one that was lost on its way: only the
 * second may have been paid.
 *
 * @throws UnsentError when no connection came about
 */
export async function fetchOrSayUnsent(
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  try {
    return await fetch(input, init);
  } catch (error) {
    const code = findUnsentCode(error, 0);
    if (code !== null) throw new UnsentError(code);
    throw error;
  }
}

/** Several addresses of one name fail as one error that holds theirs. */
function findUnsentCode(error: unknown, depth: number): string | null {
  if (depth > 5 || typeof error !== "object" || error === null) return null;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === "string" && BEFORE_SENDING.has(code)) return code;
  if (Array.isArray(errors)) {
    const codes = errors.map((inner) => findUnsentCode(inner, depth + 1));
    return codes.includes(null) ? null : (codes[0] ?? null);
  }
  return findUnsentCode(cause, depth + 1);
}
