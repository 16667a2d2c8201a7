export interface Bell {
  ring: () => void;
  /** Resolves at the next ring, at once when one came since the last wait, or after `timeoutMs`. */
  wait(timeoutMs: number): Promise<void>;
}

/** Remembers a ring that nobody waited for, so that no change falls between two waits. */
export function createBell(): Bell {
  let hasRung = false;
  let wake = () => {};
  return {
    ring() {
      hasRung = true;
      wake();
    },
    async wait(timeoutMs) {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      hasRung = false;
    },
  };
}
