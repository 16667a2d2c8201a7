import { DomainError } from "@foundry/core/errors";

/** A page of another site can send a form with our cookie, but it cannot set this header. */
export const REQUEST_HEADER = "x-foundry-request";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Lets a writing request through only when one of our own pages sent it. Requests with a bearer
 * token are exempt: a browser never adds one by itself, and with one the cookie is not looked at.
 *
 * @param ownOrigin the studio's public origin
 * @throws DomainError `forbidden` with reason `wrong_origin`, `cross_site` or `missing_request_header`
 */
export function checkSameSite(
  request: Pick<Request, "method" | "headers">,
  ownOrigin: string,
): void {
  if (READING.has(request.method) || hasBearerToken(request.headers)) return;
  const origin = request.headers.get("origin");
  if (origin === null || !isOwnOrigin(origin, ownOrigin)) {
    throw new DomainError(
      "forbidden",
      `This request does not come from the studio's own pages. Open the studio at ${ownOrigin}; if that is not its address, set FOUNDRY_URL.`,
      { reason: "wrong_origin" },
    );
  }
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") {
    throw new DomainError("forbidden", "This request comes from another site.", {
      reason: "cross_site",
    });
  }
  if (request.headers.get(REQUEST_HEADER) !== "1") {
    throw new DomainError("forbidden", `The header ${REQUEST_HEADER}: 1 is missing.`, {
      reason: "missing_request_header",
    });
  }
}

export function hasBearerToken(headers: Headers): boolean {
  return /^bearer /i.test(headers.get("authorization") ?? "");
}

/** The loopback names of one machine and port count as one origin: people type any of them. */
function isOwnOrigin(origin: string, ownOrigin: string): boolean {
  if (origin === ownOrigin) return true;
  const own = new URL(ownOrigin);
  if (!LOOPBACK_HOSTS.includes(own.hostname)) return false;
  const port = own.port === "" ? "" : `:${own.port}`;
  return LOOPBACK_HOSTS.some((host) => origin === `${own.protocol}//${host}${port}`);
}
