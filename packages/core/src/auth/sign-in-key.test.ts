import { expect, it } from "vitest";
import { addressKey } from "./sign-in-key.ts";

it.each([
  ["203.0.113.9", "address:203.0.113.9"],
  ["::ffff:203.0.113.9", "address:203.0.113.9"],
  ["2001:DB8:1:2:3:4:5:6", "address:2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::6", "address:2001:db8:1:2::/64"],
  ["2001:db8::6", "address:2001:db8:0:0::/64"],
  ["fe80::1%eth0", "address:fe80:0:0:0::/64"],
  ["::1", "address:0:0:0:0::/64"],
  [null, "address:unknown"],
  ["", "address:unknown"],
  [`nonsense${"x".repeat(100)}`, `address:nonsense${"x".repeat(56)}`],
])("%j counts as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
