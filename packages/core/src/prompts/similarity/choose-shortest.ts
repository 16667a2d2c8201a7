/** Lengths from 2^(k-1) to 2^k - 1 are of one class; a length of 0 is alone. */
const CLASSES = 33;

/** So many of the lists, the shortest but for a factor of two, in linear time. */
export function chooseShortest<List extends { readonly size: number }>(
  lists: readonly List[],
  count: number,
): List[] {
  const counts = new Uint32Array(CLASSES);
  for (const list of lists) counts[classOf(list)] = (counts[classOf(list)] ?? 0) + 1;
  let [last, room] = [0, count];
  while (last < CLASSES && (counts[last] ?? 0) <= room) {
    room -= counts[last] ?? 0;
    last += 1;
  }
  return lists.filter((list) => {
    const own = classOf(list);
    if (own === last) room -= 1;
    return own < last || (own === last && room >= 0);
  });
}

function classOf({ size }: { readonly size: number }): number {
  return 32 - Math.clz32(size);
}
