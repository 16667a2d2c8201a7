/** The numbers of the texts that hold a shingle, ascending, in half the room of a plain array. */
export class PostingList {
  private numbers = new Uint32Array(2);
  private count = 0;

  get size(): number {
    return this.count;
  }

  push(position: number): void {
    if (this.count === this.numbers.length) {
      const larger = new Uint32Array(Math.ceil(this.count * 1.5));
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.count] = position;
    this.count += 1;
  }

  at(index: number): number {
    return this.numbers[index] ?? 0;
  }
}
