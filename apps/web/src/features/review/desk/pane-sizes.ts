/** Shares of the three panes in percent: prompt, IR, findings. */
export type PaneSizes = [prompt: number, ir: number, side: number];

export const PANES_COOKIE = "foundry-desk-panes";
export const DEFAULT_PANES: PaneSizes = [26, 50, 24];
export const MIN_PANES: PaneSizes = [15, 28, 15];

const YEAR_SECONDS = 31_536_000;

/** Read on the server, so that the panes have their place at the first paint. */
export function readPaneSizes(cookie: string | undefined): PaneSizes {
  const [prompt = 0, ir = 0, side = 0] = (cookie ?? "").split("-").map(Number);
  const sizes: PaneSizes = [prompt, ir, side];
  const isWhole = Math.abs(prompt + ir + side - 100) < 1;
  const fits = sizes.every((size, index) => size >= (MIN_PANES[index] ?? 0));
  return isWhole && fits ? sizes : DEFAULT_PANES;
}

export function rememberPaneSizes(sizes: readonly number[]): void {
  const value = sizes.map((size) => size.toFixed(2)).join("-");
  document.cookie = `${PANES_COOKIE}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
