/** Who may see what, written out by hand: a new route is for admins until it is named here. */
export const ACCESS = {
  /** Everything else is for signed-in people. */
  publicPages: ["/setup", "/invite/[token]"],
  adminPages: ["/imports", "/imports/[id]", "/export", "/team"],

  publicHandlers: [
    "GET /api/health",
    "GET /api/openapi.json",
    "GET /api/setup",
    "POST /api/setup",
    "GET /api/invitations/lookup",
    "POST /api/invitations/accept",
    "POST /api/auth/sign-in/email",
    "POST /api/auth/sign-in/social",
    "POST /api/auth/sign-out",
    "GET /api/auth/get-session",
    "GET /api/auth/callback/oidc",
  ],
  /** Everything else that is not public is for admins. */
  reviewerHandlers: [
    "GET /api/me",
    "GET /api/overview",
    "GET /api/samples",
    "GET /api/samples/[id]",
    "GET /api/samples/categories",
    "POST /api/review/claim",
    "GET /api/review/summary",
    "POST /api/review/leases/[sampleId]/heartbeat",
    "POST /api/review/leases/[sampleId]/release",
    "PUT /api/review/drafts/[sampleId]",
    "DELETE /api/review/drafts/[sampleId]",
    "POST /api/review/verdicts",
    "POST /api/review/verdicts/[id]/undo",
    "GET /api/tokens",
    "POST /api/tokens",
    "DELETE /api/tokens/[id]",
  ],
};
