/** Something that is opened on first use and opened anew after it failed. */
export interface KeptOpen<Resource> {
  /** Rejects when opening fails or `work` does; either way the next use starts with a new one. */
  use<Result>(work: (resource: Resource) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** @param onCloseError told when throwing a failed resource away fails as well */
export function keepOpen<Resource extends { close(): Promise<void> }>(
  open: () => Promise<Resource>,
  onCloseError: (error: unknown) => void,
): KeptOpen<Resource> {
  let current: Promise<Resource> | undefined;

  async function discard(discarded: Promise<Resource>) {
    if (current === discarded) current = undefined;
    const resource = await discarded.catch(() => null); // Failed to open: nothing to close.
    await resource?.close().catch(onCloseError);
  }

  return {
    async use(work) {
      current ??= open();
      const used = current;
      try {
        return await work(await used);
      } catch (error) {
        void discard(used);
        throw error;
      }
    },
    async close() {
      if (current) await discard(current);
    },
  };
}
