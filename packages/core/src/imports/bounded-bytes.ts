/** Collects the slices of one record and drops them once they are more than `maxBytes`. */
export class BoundedBytes {
  private readonly maxBytes: number;
  private parts: Buffer[] = [];
  private byteCount = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  get isTooLarge(): boolean {
    return this.byteCount > this.maxBytes;
  }

  add(slice: Buffer): void {
    this.byteCount += slice.length;
    if (this.isTooLarge) this.parts = [];
    else if (slice.length > 0) this.parts.push(slice);
  }

  /** Hands out what was collected (nothing when it is too large) and starts again. */
  take(): Buffer {
    const [first, ...rest] = this.parts;
    const bytes = first !== undefined && rest.length === 0 ? first : Buffer.concat(this.parts);
    this.parts = [];
    this.byteCount = 0;
    return bytes;
  }
}
