const OPEN_PALETTE = "foundry:open-palette";

/** Opens the command palette from anywhere; its code is loaded on the first use. */
export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN_PALETTE));
}

export function onOpenPalette(listener: () => void): () => void {
  window.addEventListener(OPEN_PALETTE, listener);
  return () => window.removeEventListener(OPEN_PALETTE, listener);
}
