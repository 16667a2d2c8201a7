import { DomainError, ERROR_CODES } from "@foundry/core/errors";
import { describe, expect, it } from "vitest";
import { toProblem } from "./problem";

describe("toProblem", () => {
  it("has a status for every error code", () => {
    const statuses = ERROR_CODES.map(
      (code) => toProblem(new DomainError(code, "x"), "r").problem.status,
    );
    expect(statuses).toEqual([422, 401, 403, 404, 409, 410, 413, 415, 429, 503]);
  });

  it("shows what a domain error says, with reason, places and request id", () => {
    const error = new DomainError("conflict", "The lease ran out. Your text is kept as a draft.", {
      reason: "lease_lost",
      problems: [{ path: "/leaseToken", message: "is older than the sample's" }],
    });
    expect(toProblem(error, "r1")).toEqual({
      problem: {
        type: "urn:foundry:problem:lease_lost",
        title: "Conflict",
        status: 409,
        detail: "The lease ran out. Your text is kept as a draft.",
        reason: "lease_lost",
        problems: [{ path: "/leaseToken", message: "is older than the sample's" }],
        requestId: "r1",
      },
      headers: {},
      isOurFault: false,
    });
  });

  it("hides an unknown error", () => {
    const { problem, isOurFault } = toProblem(new Error("password is hunter2"), "r2");
    expect(problem).toMatchObject({ status: 500, reason: "internal_error", requestId: "r2" });
    expect(JSON.stringify(problem)).not.toContain("hunter2");
    expect(isOurFault).toBe(true);
  });

  it("says when to come back", () => {
    const limited = new DomainError("rate_limited", "Too many tries.", { retryAfterSeconds: 12.2 });
    expect(toProblem(limited, "r").headers).toEqual({ "retry-after": "13" });
    const outage = toProblem(new Error("timeout exceeded when trying to connect"), "r");
    expect(outage.problem).toMatchObject({ status: 503, reason: "database_unavailable" });
    expect(outage.headers).toEqual({ "retry-after": "1" });
    expect(outage.isOurFault).toBe(true);
  });

  it("names the way to authenticate", () => {
    expect(toProblem(new DomainError("unauthenticated", "Sign in."), "r").headers).toEqual({
      "www-authenticate": "Bearer",
    });
  });
});
