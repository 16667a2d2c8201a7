import { FRAME_DOCUMENT, FRAME_POLICY } from "./frame-document";

export const dynamic = "force-static";

/** The document in which Python runs: the same for everybody, and empty. */
export function GET(): Response {
  return new Response(FRAME_DOCUMENT, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": FRAME_POLICY,
    },
  });
}
