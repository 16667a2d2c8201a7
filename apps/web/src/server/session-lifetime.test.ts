import { describe, expect, it } from "vitest";
import { extendedExpiry, sessionExpiry } from "./session-lifetime";

const at = (hours: number) => new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000);

describe("a session's end", () => {
  it("is twelve hours after its last use", () =>
    expect(sessionExpiry(at(0), at(30))).toEqual(at(42)));

  it("is never later than seven days after the sign-in", () => {
    expect(sessionExpiry(at(0), at(167))).toEqual(at(168));
  });

  it("moves with use, in steps of five minutes or more", () => {
    const session = { createdAt: at(0), expiresAt: at(12) };
    expect(extendedExpiry(session, at(4 / 60))).toBeNull();
    expect(extendedExpiry(session, at(0.1))).toEqual(at(12.1));
  });

  it("stops moving at the seven days", () => {
    expect(extendedExpiry({ createdAt: at(0), expiresAt: at(168) }, at(167))).toBeNull();
  });
});
