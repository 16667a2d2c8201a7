import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { readEnv } from "./env";
import { contentSecurityPolicy } from "./server/content-security-policy";

/**
 * Adds to pages what only a request can know: a nonce for their scripts. It decides nothing about
 * access, which every page and route does for itself.
 */
export function proxy(request: NextRequest) {
  // Pages only read. Anything else would reach code of the framework that we do not use.
  if (request.method !== "GET" && request.method !== "HEAD") {
    return new NextResponse(null, { status: 405, headers: { allow: "GET, HEAD" } });
  }
  const { isProduction, origin } = readEnv();
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({ nonce, isProduction });
  const headers = new Headers(request.headers);
  // Next takes the nonce of its own scripts from this header of the request.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (origin.startsWith("https:")) {
    response.headers.set("strict-transport-security", "max-age=63072000");
  }
  return response;
}

export const config = {
  // Not the API: Next would hold request bodies in memory, and uploads are larger than that.
  // Not the sandbox: its frame has a policy of its own, and the rest of it are files.
  matcher: ["/((?!api/|sandbox/|_next/static/|_next/image|favicon\\.ico$).*)"],
};
