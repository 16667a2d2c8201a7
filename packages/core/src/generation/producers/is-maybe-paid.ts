/** Statuses of gateways: behind them the work may have been done. */
const GATEWAY_STATUSES = new Set([408, 499, 502, 504, 520, 521, 522, 523, 524]);

/** Whether a call that was answered with this error status may be billed all the same. */
export function isMaybePaid(status: number): boolean {
  return GATEWAY_STATUSES.has(status);
}
