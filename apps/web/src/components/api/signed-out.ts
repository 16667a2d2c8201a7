const SIGNED_OUT = "foundry:signed-out";

/** Tells the frame that the session ended, so that it asks for the password without losing the page. */
export function announceSignedOut(): void {
  window.dispatchEvent(new Event(SIGNED_OUT));
}

export function onSignedOut(listener: () => void): () => void {
  window.addEventListener(SIGNED_OUT, listener);
  return () => window.removeEventListener(SIGNED_OUT, listener);
}
