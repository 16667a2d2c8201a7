/** Lets a number of things through in a minute, filling up evenly; full at the start. */
export class TokenBucket {
  private level: number;
  private filledAt = performance.now();

  constructor(
    readonly perMinute: number,
    private readonly capacity: number = perMinute,
  ) {
    this.level = capacity;
  }

  get remaining(): number {
    this.fill();
    return Math.max(0, Math.floor(this.level));
  }

  /** Seconds until so much is there; 0: now. More than the whole bucket waits until it is full. */
  secondsUntil(amount: number): number {
    this.fill();
    const missing = Math.min(amount, this.capacity) - this.level;
    return missing <= 0 ? 0 : (missing * 60) / this.perMinute;
  }

  /** May go below zero: an answer's length is known only when it is there. */
  take(amount: number): void {
    this.fill();
    this.level -= amount;
  }

  private fill(): void {
    const now = performance.now();
    const gained = ((now - this.filledAt) / 60_000) * this.perMinute;
    this.level = Math.min(this.capacity, this.level + gained);
    this.filledAt = now;
  }
}
