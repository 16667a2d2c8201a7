const QUIET_INTERVAL_MS = 5_000;

/** One line on standard error that is rewritten in a terminal, and repeated at times elsewhere. */
export class Progress {
  private readonly isTerminal = process.stderr.isTTY;
  private lastAt = Number.NEGATIVE_INFINITY;
  private lastText = "";

  show(text: string): void {
    if (text === this.lastText) return;
    if (this.isTerminal) {
      process.stderr.write(`\r\u001b[K${text}`);
    } else {
      if (performance.now() - this.lastAt < QUIET_INTERVAL_MS) return;
      process.stderr.write(`${text}\n`);
      this.lastAt = performance.now();
    }
    this.lastText = text;
  }

  end(text: string): void {
    process.stderr.write(`${this.isTerminal ? "\r\u001b[K" : ""}${text}\n`);
  }
}
