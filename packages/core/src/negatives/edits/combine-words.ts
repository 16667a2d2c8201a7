/** Every sentence that takes one word of each list, in the order of the lists. */
export function combineWords(...lists: readonly (readonly string[])[]): string[] {
  return lists.reduce<string[]>(
    (starts, words) => starts.flatMap((start) => words.map((word) => `${start} ${word}`.trim())),
    [""],
  );
}
