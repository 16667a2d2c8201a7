/** Says what is going on, to the person in front of the terminal. */
export interface Progress {
  /** Prints the label, does the work and prints how long it took. */
  step<Result>(label: string, work: () => Promise<Result>): Promise<Result>;
  say(line: string): void;
}

export const terminalProgress: Progress = {
  async step(label, work) {
    const startedAt = performance.now();
    process.stdout.write(`  ${label} …`);
    try {
      const result = await work();
      process.stdout.write(` ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
      return result;
    } catch (error) {
      const isStopped = error instanceof Error && error.name === "AbortError";
      process.stdout.write(isStopped ? " stopped\n" : " failed\n");
      throw error;
    }
  },
  say: (line) => void process.stdout.write(`${line}\n`),
};

/** For tests, whose own report is what people read. */
export const silentProgress: Progress = {
  step: (_label, work) => work(),
  say: () => {},
};
