type Widened = { ok: true; value: unknown } | { ok: false; problem: string };

/**
 * Turns the conditions of typed holes from lists of `{key, value}` into dictionaries, wherever holes
 * may stand. What has another form stays as it is, for the schema to refuse.
 */
export function widenHoles(document: unknown): Widened {
  const problems: string[] = [];
  const value = widen(document, "", problems);
  const [problem] = problems;
  return problem === undefined ? { ok: true, value } : { ok: false, problem };
}

function widen(value: unknown, path: string, problems: string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => widen(item, `${path}/${index}`, problems));
  }
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]): [string, unknown] => {
    const place = `${path}/${key}`;
    const isConditions = key === "constraints" && /\/holes\/\d+$/.test(path);
    return [
      key,
      isConditions ? readEntries(member, place, problems) : widen(member, place, problems),
    ];
  });
  return Object.fromEntries(members);
}

function readEntries(list: unknown, path: string, problems: string[]): unknown {
  if (!Array.isArray(list) || !list.every(isEntry)) return list;
  const keys = new Set<string>();
  for (const { key } of list) {
    if (keys.has(key)) problems.push(`${path} has the key ${JSON.stringify(key)} more than once.`);
    keys.add(key);
  }
  return Object.fromEntries(list.map(({ key, value }) => [key, value]));
}

function isEntry(value: unknown): value is { key: string; value: string } {
  if (typeof value !== "object" || value === null) return false;
  const { key, value: text, ...rest } = value as Record<string, unknown>;
  return typeof key === "string" && typeof text === "string" && Object.keys(rest).length === 0;
}
