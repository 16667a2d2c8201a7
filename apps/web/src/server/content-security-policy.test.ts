import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

describe("contentSecurityPolicy", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", isProduction: true });

  it("lets scripts run by nonce only", () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain("unsafe-eval");
  });

  it.each([
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "worker-src 'self'",
    "connect-src 'self'",
  ])("has %s", (directive) => expect(policy.split("; ")).toContain(directive));

  it("allows eval in development", () => {
    expect(contentSecurityPolicy({ nonce: "abc", isProduction: false })).toContain("'unsafe-eval'");
  });
});
