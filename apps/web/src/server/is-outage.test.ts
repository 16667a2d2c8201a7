import { describe, expect, it } from "vitest";
import { isOutage } from "./is-outage";

const adapterError = (cause: object) => ({
  code: "P2010",
  meta: { driverAdapterError: { cause } },
});

describe("isOutage", () => {
  it.each([
    ["an empty pool", new Error("timeout exceeded when trying to connect")],
    ["a lost connection", new Error("Connection terminated unexpectedly")],
    ["an unreachable server", { code: "P1001", meta: {} }],
    ["no transaction in time", { code: "P2028" }],
    ["an unreachable server in a raw query", adapterError({ kind: "DatabaseNotReachable" })],
    ["a terminated backend", adapterError({ kind: "postgres", code: "57P01" })],
    ["a statement timeout", adapterError({ kind: "postgres", code: "57014" })],
    ["a lock timeout", adapterError({ kind: "postgres", originalCode: "55P03" })],
    [
      "a refused socket under an error",
      new Error("sign-in failed", { cause: { code: "ECONNREFUSED" } }),
    ],
  ])("is true for %s", (_, error) => expect(isOutage(error)).toBe(true));

  it.each([
    ["a bug", new TypeError("x is not a function")],
    [
      "a unique violation",
      {
        code: "P2002",
        meta: { driverAdapterError: { cause: { kind: "UniqueConstraintViolation" } } },
      },
    ],
    ["bad text", adapterError({ kind: "postgres", code: "22021" })],
    ["nothing", undefined],
  ])("is false for %s", (_, error) => expect(isOutage(error)).toBe(false));
});
