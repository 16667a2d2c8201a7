/** On the global object, because start-up code and routes are bundled apart. */
const holder = globalThis as { foundryShutdownListeners?: Set<() => void> };

function getListeners(): Set<() => void> {
  holder.foundryShutdownListeners ??= new Set();
  return holder.foundryShutdownListeners;
}

/** Ends the streams that would keep the server from closing; everything else finishes by itself. */
export function announceShutdown(): void {
  for (const listener of getListeners()) listener();
}

/** @returns the function that ends the subscription */
export function onShutdown(listener: () => void): () => void {
  getListeners().add(listener);
  return () => getListeners().delete(listener);
}
