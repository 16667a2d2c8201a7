/** Requests that one driver keeps under way at most. */
export const ITEMS_PER_DRIVER = 8;

/** How many of a run's requests in flight are a driver's; drivers count from 0. */
export function driverShare(maxInFlight: number, driver: number): number {
  return Math.max(0, Math.min(ITEMS_PER_DRIVER, maxInFlight - driver * ITEMS_PER_DRIVER));
}
