import { expect, it } from "vitest";
import { driverShare } from "./driver-share.ts";

it.each([1, 7, 8, 9, 20, 64])("shares %i requests out among the drivers", (maxInFlight) => {
  const shares = Array.from({ length: Math.ceil(maxInFlight / 8) }, (_, driver) =>
    driverShare(maxInFlight, driver),
  );
  expect(shares.reduce((sum, share) => sum + share)).toBe(maxInFlight);
  expect(Math.max(...shares)).toBeLessThanOrEqual(8);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
});
