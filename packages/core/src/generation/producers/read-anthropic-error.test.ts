import { APIError } from "@anthropic-ai/sdk";
import { describe, expect, it } from "vitest";
import { readAnthropicError } from "./read-anthropic-error.ts";
import { readRetryAfter } from "./read-retry-after.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const ends = { findEnd: () => null };

/** As the library makes it from an answer. */
function makeError(
  status: number,
  { type = "api_error", code, headers = {} }: ErrorParts = {},
): APIError {
  const details = code === undefined ? {} : { details: { error_code: code } };
  const body = { type: "error", error: { type, message: "rate limit payment", ...details } };
  return APIError.generate(status, body, undefined, new Headers(headers));
}

interface ErrorParts {
  type?: string;
  code?: string;
  headers?: Record<string, string>;
}

describe("readAnthropicError", () => {
  it.each([
    [400, {}, "bad_request", "no"],
    [400, { code: "organization_on_hold" }, "permission", "no"],
    [400, { code: "organization_type_not_supported" }, "permission", "no"],
    [400, { type: "billing_error" }, "payment", "no"],
    [401, {}, "authentication", "no"],
    [402, {}, "payment", "no"],
    [402, { code: "linked_organization_spend_limit_reached" }, "spend_limit", "no"],
    [403, {}, "permission", "no"],
    [404, {}, "unknown_model", "no"],
    [408, {}, "timeout", "unknown"],
    [409, {}, "server_error", "no"],
    [413, {}, "too_large", "no"],
    [422, {}, "bad_request", "no"],
    [429, {}, "rate_limited", "no"],
    [429, { code: "ramp_limit_exceeded" }, "rate_limited", "no"],
    [429, { code: "enforced_spend_limit_reached" }, "spend_limit", "no"],
    [429, { code: "contract_spend_limit_reached" }, "spend_limit", "no"],
    [429, { code: "a_code_of_next_year" }, "rate_limited", "no"],
    [431, {}, "too_large", "no"],
    [499, {}, "connection_lost", "unknown"],
    [500, {}, "server_error", "no"],
    [500, { type: "overloaded_error" }, "overloaded", "no"],
    [502, {}, "server_error", "unknown"],
    [503, {}, "server_error", "no"],
    [504, {}, "timeout", "unknown"],
    [524, {}, "server_error", "unknown"],
    [529, {}, "overloaded", "no"],
  ] as const)("reads %i with %o as %s, paid: %s", (status, parts, failure, isPaid) => {
    const error = readAnthropicError(makeError(status, parts), ends, NOW);
    expect(error).toMatchObject({ failure, isPaid, httpStatus: status });
    expect(error.message).toContain("It says: rate limit payment");
  });

  it("passes on how long to wait", () => {
    const headers = { "retry-after": "30", "request-id": "req_1" };
    expect(readAnthropicError(makeError(429, { headers }), ends, NOW)).toMatchObject({
      retryAfterMs: 30_000,
      requestId: "req_1",
    });
  });

  it("takes any other error for a call that was lost", () => {
    const error = readAnthropicError(new TypeError("terminated"), ends, NOW);
    expect(error).toMatchObject({ failure: "connection_lost", isPaid: "unknown" });
  });
});

describe("readRetryAfter", () => {
  it.each([
    [{ "retry-after": "1.5" }, 1500],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "Mon, 23 Nov 2026 12:00:20 GMT" }, 20_000],
    [{ "retry-after": "Mon, 23 Nov 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, null],
    [{ "retry-after": "-5" }, null],
    [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
    [{}, null],
  ])("reads %o as %s", (headers, expected) => {
    expect(readRetryAfter(new Headers(headers as Record<string, string>), NOW)).toBe(expected);
  });
});
