import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { TEXT_LISTS } from "../../words/text-lists.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const TESTS = [
  { id: "longer", words: "longer than LIMIT characters", test: "len(ITEM) > LIMIT", limits: true },
  { id: "short", words: "shorter than LIMIT characters", test: "len(ITEM) < LIMIT", limits: true },
  {
    id: "starts",
    words: "those that start with 'MARK'",
    test: "ITEM.startswith('MARK')",
    limits: false,
  },
  { id: "contains", words: "those that contain 'MARK'", test: "'MARK' in ITEM", limits: false },
] as const;

export const sortIntoTwo = defineTemplate({
  id: "sort_into_two",
  category: "list_operations",
  title: "Separate texts into two lists",
  slots: {
    texts: { kind: "word", values: TEXT_LISTS },
    test: { kind: "choice", values: TESTS },
    limit: { kind: "threshold", values: [3, 4, 5, 6, 8, 10] },
    mark: { kind: "label", values: ["x", "a", "_", "pre", "A", "2"] },
    order: { kind: "choice", values: ["matches_first", "others_first"] },
  },
  rules: [
    {
      name: "one_criterion",
      slots: ["limit", "mark"],
      message:
        "a length needs no mark and a mark needs no length: leave the other slot at its first value",
      holds: ({ test, limit, mark }) => (test.limits ? mark === "x" : limit === 3),
    },
  ],
  phrasings: [
    ({ texts, test, limit, mark, order }) =>
      `Separate ${texts.many} into two lists and return them as a pair: ${order === "matches_first" ? `first ${criterion(test, limit, mark, texts.many)}, then all others` : `first all that do not match, then ${criterion(test, limit, mark, texts.many)}`}. Both lists keep the original order.`,
    ({ texts, test, limit, mark, order }) =>
      `Write a function that divides a list of ${texts.many} by one test. The entries that match are ${criterion(test, limit, mark, texts.many)}. Return a tuple of two new lists, ${order === "matches_first" ? "the matching entries and the remaining ones" : "the remaining entries and the matching ones"}, each in the order of the input.`,
  ],
  load: ({ test }) => ({ branches: 2, quirks: 1, edgeCases: test.limits ? 1 : 2 }),
  blueprint: ({ texts: { list, item, many, description, samples }, test, limit, mark, order }) => {
    const name = `separate_${list}`;
    const on = (entry: string) =>
      test.test.replace("ITEM", entry).replace("LIMIT", String(limit)).replace("MARK", mark);
    const matches = (entry: string) =>
      ({
        longer: entry.length > limit,
        short: entry.length < limit,
        starts: entry.startsWith(mark),
        contains: entry.includes(mark),
      })[test.id];
    const sides = (entries: string[]) => {
      const [yes, no] = [entries.filter(matches), entries.filter((entry) => !matches(entry))];
      return order === "matches_first"
        ? `(${pythonLiteral(yes)}, ${pythonLiteral(no)})`
        : `(${pythonLiteral(no)}, ${pythonLiteral(yes)})`;
    };
    const other = mark === mark.toUpperCase() ? mark.toLowerCase() : mark.toUpperCase();
    const edge = test.limits
      ? ["y".repeat(limit - 1), "y".repeat(limit), "y".repeat(limit + 1)]
      : [`${mark}1`, `1${mark}`, `${other}1`, mark];
    const [yes, no] =
      order === "matches_first" ? ["result[0]", "result[1]"] : ["result[1]", "result[0]"];
    return {
      ir: writeIr({
        summary: `Separate ${many} into two lists by one test.`,
        name,
        parameters: [[list, "list[str]", description]],
        returns: "tuple[list[str], list[str]]",
        effects: [
          `Let matches be a new list of the entries of ${list} for which ${test.limits ? on(item) : on(item).replace(`'${mark}'`, `LITERAL '${mark}'`)} is true, in order, where ${item} stands for the entry.`,
          test.limits
            ? `The length counts characters, white space included; a length of exactly ${limit} does not match.`
            : `Case matters and no white space is removed, so ${pythonLiteral(other)} and ${pythonLiteral(mark)} ${other === mark ? "are compared as they stand" : "differ"}.`,
          `Let others be a new list of all remaining entries, in order, the empty text ${matches("") ? "not " : ""}among them.`,
          `Return the pair ${order === "matches_first" ? "(matches, others)" : "(others, matches)"}; if ${list} is empty, return LITERAL ([], []).`,
        ],
        assertions: [
          assertCase({ [list]: "[]" }, "([], [])", "Empty list"),
          assertCase({ [list]: "['']" }, sides([""]), "Empty text"),
          assertCase(
            { [list]: pythonLiteral(edge) },
            sides(edge),
            test.limits ? "Both sides of the limit" : "At the start, inside, other case, alone",
          ),
          assertCase({ [list]: pythonLiteral([...samples]) }, sides([...samples]), "Usual entries"),
          [`all(${on("entry")} for entry in ${yes})`, "Only matches on their side"],
          [`not any(${on("entry")} for entry in ${no})`, "No match on the other side"],
          [`len(result[0]) + len(result[1]) == len(${list})`, "No entry is lost"],
          [`${yes} == [entry for entry in ${list} if entry in ${yes}]`, "Original order"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}):`,
        `    matches = []`,
        `    others = []`,
        `    for ${item} in ${list}:`,
        `        if ${on(item)}:`,
        `            matches.append(${item})`,
        `        else:`,
        `            others.append(${item})`,
        order === "matches_first" ? `    return (matches, others)` : `    return (others, matches)`,
      ),
      inputs: [[], [""], edge, [...samples], [...samples, ...edge, samples[0]]].map((value) => [
        pythonLiteral(value),
      ]),
    };
  },
});

function criterion(
  test: (typeof TESTS)[number],
  limit: number,
  mark: string,
  many: string,
): string {
  const words = test.words.replace("LIMIT", String(limit)).replace("MARK", mark);
  return test.limits ? `the ${many} that are ${words}` : words;
}
