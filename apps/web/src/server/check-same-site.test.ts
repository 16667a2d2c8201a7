import { DomainError } from "@foundry/core/errors";
import { describe, expect, it } from "vitest";
import { checkSameSite } from "./check-same-site";

const OWN = "https://foundry.example.org";
const good = { origin: OWN, "sec-fetch-site": "same-origin", "x-foundry-request": "1" };

function reasonFor(headers: Record<string, string>, { method = "POST", own = OWN } = {}) {
  try {
    checkSameSite({ method, headers: new Headers(headers) }, own);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.reason;
    throw error;
  }
}

describe("checkSameSite", () => {
  it.each([
    ["our own page", good, null],
    ["empty fetch metadata", { ...good, "sec-fetch-site": "" }, "cross_site"],
    ["another site", { ...good, origin: "https://evil.example" }, "wrong_origin"],
    ["a sandboxed frame", { ...good, origin: "null" }, "wrong_origin"],
    ["no origin", { "x-foundry-request": "1" }, "wrong_origin"],
    ["our host on another port", { ...good, origin: `${OWN}:8443` }, "wrong_origin"],
    ["our host without TLS", { ...good, origin: "http://foundry.example.org" }, "wrong_origin"],
    ["a longer host", { ...good, origin: `${OWN}.evil.example` }, "wrong_origin"],
    ["a sibling site", { ...good, "sec-fetch-site": "same-site" }, "cross_site"],
    ["a form", { origin: OWN, "sec-fetch-site": "same-origin" }, "missing_request_header"],
    ["another header value", { ...good, "x-foundry-request": "true" }, "missing_request_header"],
    ["a bearer token", { authorization: "Bearer fnd_x" }, null],
    ["basic credentials", { authorization: "Basic eDp5" }, "wrong_origin"],
  ])("decides on %s", (_, headers, expected) => expect(reasonFor(headers)).toBe(expected));

  it("needs no fetch metadata", () => {
    expect(reasonFor({ origin: OWN, "x-foundry-request": "1" })).toBeNull();
  });

  it.each(["GET", "HEAD", "OPTIONS"])("lets %s through", (method) => {
    expect(reasonFor({}, { method })).toBeNull();
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("guards %s", (method) => {
    expect(reasonFor({}, { method })).toBe("wrong_origin");
  });

  it("takes the names of the own machine for one another, on the same port only", () => {
    const own = "http://localhost:3000";
    expect(reasonFor({ ...good, origin: "http://127.0.0.1:3000" }, { own })).toBeNull();
    expect(reasonFor({ ...good, origin: "http://[::1]:3000" }, { own })).toBeNull();
    expect(reasonFor({ ...good, origin: "http://127.0.0.1:3001" }, { own })).toBe("wrong_origin");
    expect(reasonFor({ ...good, origin: "http://localhost:3000" })).toBe("wrong_origin");
  });
});
