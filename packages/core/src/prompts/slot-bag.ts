/**
 * Draws numbers from 0 to size - 1 so that each comes once before any comes again, which spreads
 * even a short run over all values.
 */
export class SlotBag {
  private rest: number[] = [];

  constructor(
    private readonly size: number,
    private readonly random: () => number,
  ) {}

  draw(): number {
    if (this.rest.length === 0) this.rest = this.shuffle();
    return this.rest.pop() ?? 0;
  }

  private shuffle(): number[] {
    const values = Array.from({ length: this.size }, (_, index) => index);
    for (let index = values.length - 1; index > 0; index -= 1) {
      const other = Math.floor(this.random() * (index + 1));
      [values[index], values[other]] = [values[other] ?? 0, values[index] ?? 0];
    }
    return values;
  }
}
