import { describe, expect, it } from "vitest";
import { createAddressReader } from "./client-address";

describe("createAddressReader", () => {
  it.each([
    ["no proxy", "203.0.113.9", undefined, [], "203.0.113.9"],
    ["a mapped address", "::ffff:203.0.113.9", undefined, [], "203.0.113.9"],
    ["a claim of an untrusted peer", "203.0.113.9", "1.1.1.1", [], "203.0.113.9"],
    ["a trusted proxy", "10.0.0.2", "203.0.113.9", ["10.0.0.0/8"], "203.0.113.9"],
    ["a client that claims more", "10.0.0.2", "1.1.1.1, 203.0.113.9", ["10.0.0.2"], "203.0.113.9"],
    ["two trusted proxies", "10.0.0.2", "203.0.113.9, 10.0.0.7", ["10.0.0.0/8"], "203.0.113.9"],
    ["a proxy that sends nothing", "10.0.0.2", undefined, ["10.0.0.0/8"], "10.0.0.2"],
    ["junk behind a trusted proxy", "10.0.0.2", "junk", ["10.0.0.0/8"], "10.0.0.2"],
    ["IPv6", "fd00::1", "2001:db8::5", ["fd00::/8"], "2001:db8::5"],
  ])("reads %s", (_, peer, forwarded, trusted, expected) => {
    expect(createAddressReader(trusted)(peer, forwarded)).toBe(expected);
  });
});
