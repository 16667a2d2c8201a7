/** Sets of names that grow together (union-find with path halving and union by size). */
export class DisjointSets {
  private readonly parents = new Map<string, string>();
  private readonly sizes = new Map<string, number>();

  /** Puts both names into one set; a name that is new is a set of its own before. */
  join(left: string, right: string): void {
    const [one, other] = [this.find(left), this.find(right)];
    if (one === other) return;
    const [oneSize, otherSize] = [this.sizes.get(one) ?? 1, this.sizes.get(other) ?? 1];
    const [small, big] = oneSize < otherSize ? [one, other] : [other, one];
    this.parents.set(small, big);
    this.sizes.set(big, oneSize + otherSize);
  }

  /** The name that stands for the whole set; which one it is depends on the order of the joins. */
  find(name: string): string {
    let at = name;
    let parent = this.parents.get(at);
    if (parent === undefined) this.parents.set(name, name);
    while (parent !== undefined && parent !== at) {
      const grandparent = this.parents.get(parent) ?? parent;
      this.parents.set(at, grandparent);
      at = grandparent;
      parent = this.parents.get(at);
    }
    return at;
  }
}
