import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise, countOf } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const PAIRS = [
  {
    id: "queues",
    first: "adults",
    second: "children",
    words: "two queues of people, adults and children",
  },
  {
    id: "playlists",
    first: "my_songs",
    second: "your_songs",
    words: "two playlists, mine and yours",
  },
  {
    id: "tasks",
    first: "urgent_tasks",
    second: "normal_tasks",
    words: "two task lists, urgent and normal",
  },
  {
    id: "colours",
    first: "warm_colours",
    second: "cold_colours",
    words: "two lists of colours, warm and cold",
  },
  {
    id: "cards",
    first: "left_half",
    second: "right_half",
    words: "the two halves of a deck of cards, left and right",
  },
  { id: "ads", first: "posts", second: "adverts", words: "two lists, posts and adverts" },
  {
    id: "moves",
    first: "white_moves",
    second: "black_moves",
    words: "the moves of a chess game, white's and black's",
  },
  {
    id: "shifts",
    first: "day_shift",
    second: "night_shift",
    words: "two rosters, the day shift and the night shift",
  },
  {
    id: "verses",
    first: "originals",
    second: "translations",
    words: "the lines of a poem and their translations",
  },
] as const;
const RESTS = [
  {
    id: "append",
    words:
      "when one of them cannot give its share any more, append what is left of both, starting with the LEAD list",
  },
  {
    id: "stop",
    words: "stop as soon as one of them cannot give its full share",
  },
] as const;

export const interleaveLists = defineTemplate({
  id: "interleave_lists",
  category: "list_operations",
  title: "Merge two lists in turns",
  slots: {
    pair: { kind: "word", values: PAIRS },
    turn: { kind: "number", values: [1, 2, 3, 4] },
    rest: { kind: "choice", values: RESTS },
    starter: { kind: "choice", values: ["first", "second"] },
  },
  phrasings: [
    ({ pair, turn, rest, starter }) =>
      `Merge ${pair.words}: take ${countOf(turn, "entry", "entries")} from the ${starter} list, then 1 from the ${other(starter)}, and so on; ${rest.words.replace("LEAD", starter)}.`,
    ({ pair, turn, rest, starter }) =>
      `Given ${pair.words}, build one list that alternates between them. Each turn takes ${countOf(turn, "entry", "entries")} of the ${starter} list and then 1 entry of the ${other(starter)} one. ${capitalise(rest.words.replace("LEAD", starter))}. Neither input may be changed.`,
  ],
  load: ({ turn, rest }) => ({
    branches: rest.id === "append" ? 3 : 2,
    quirks: 1,
    edgeCases: turn === 1 ? 1 : 2,
  }),
  blueprint: ({ pair: { id, first, second, words }, turn, rest, starter }) => {
    const name = `merge_${id}`;
    const [lead, follow] = starter === "first" ? [first, second] : [second, first];
    const merge = (a: string[], b: string[]) => {
      const merged: string[] = [];
      let [i, j] = [0, 0];
      while (i + turn <= a.length && j < b.length) {
        merged.push(...a.slice(i, i + turn), b[j] ?? "");
        [i, j] = [i + turn, j + 1];
      }
      return rest.id === "append" ? [...merged, ...a.slice(i), ...b.slice(j)] : merged;
    };
    const letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const cases: [string[], string[], string][] = [
      [[], ["x", "y"], "First taker empty"],
      [["a", "b"], [], "Other list empty"],
      [letters.slice(0, turn), ["x"], "Exactly one turn"],
      [letters.slice(0, 2 * turn), ["x", "y"], "Two turns"],
      [letters.slice(0, 2 * turn + 1), ["x", "y", "z"], "Both lists with a rest"],
    ];
    return {
      ir: writeIr({
        summary: `Merge ${words}, in turns.`,
        name,
        parameters: [
          [first, "list[str]", "First list."],
          [second, "list[str]", "Second list."],
        ],
        returns: "list[str]",
        effects: [
          `Start with a new empty list merged.`,
          `As long as ${lead} has at least ${turn} unused ${turn === 1 ? "entry" : "entries"} and ${follow} at least 1, append the next ${turn === 1 ? "entry" : `${turn} entries`} of ${lead} and then the next 1 of ${follow} to merged.`,
          rest.id === "append"
            ? `Then append the unused entries of ${lead} and after them those of ${follow}, each in order.`
            : `The entries that are unused then are left out.`,
          `Return merged; if both lists are empty, return LITERAL []. Neither list that was passed in is changed.`,
        ],
        assertions: [
          assertCase({ [first]: "[]", [second]: "[]" }, "[]", "Both empty"),
          ...cases.map(([a, b, why]) =>
            assertCase(
              { [lead]: pythonLiteral(a), [follow]: pythonLiteral(b) },
              pythonLiteral(merge(a, b)),
              why,
            ),
          ),
          rest.id === "append"
            ? [`sorted(result) == sorted(${first} + ${second})`, "Every entry once"]
            : [
                `len(result) == min(len(${lead}) // ${turn}, len(${follow})) * ${turn + 1}`,
                "Only full turns",
              ],
          [
            `result[${turn}::${turn + 1}][:min(len(${lead}) // ${turn}, len(${follow}))] == ${follow}[:min(len(${lead}) // ${turn}, len(${follow}))]`,
            `Places of the entries from ${follow}`,
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${first}, ${second}):`,
        `    merged = []`,
        `    turns = min(len(${lead}) // ${turn}, len(${follow}))`,
        `    for index in range(turns):`,
        `        merged.extend(${lead}[index * ${turn}:(index + 1) * ${turn}])`,
        `        merged.append(${follow}[index])`,
        ...(rest.id === "append"
          ? [`    merged.extend(${lead}[turns * ${turn}:])`, `    merged.extend(${follow}[turns:])`]
          : []),
        `    return merged`,
      ),
      inputs: [
        ["[]", "[]"],
        ...cases.map(([a, b]) =>
          starter === "first"
            ? [pythonLiteral(a), pythonLiteral(b)]
            : [pythonLiteral(b), pythonLiteral(a)],
        ),
        ["['a', 'a', 'b', 'c', 'd', 'e']", "['a', 'x']"],
      ],
    };
  },
});

function other(starter: "first" | "second"): string {
  return starter === "first" ? "second" : "first";
}
