import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { NUMBER_TABLES } from "../../words/number-tables.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

export const topOfRanking = defineTemplate({
  id: "top_of_ranking",
  category: "list_operations",
  title: "Name the best of a table",
  slots: {
    table: { kind: "word", values: NUMBER_TABLES },
    size: { kind: "number", values: [1, 2, 3, 4, 5, 10] },
    end: { kind: "choice", values: ["highest", "lowest"] },
    ties: { kind: "choice", values: ["insertion", "alphabet"] },
    answer: { kind: "choice", values: ["names", "pairs"] },
  },
  rules: [
    {
      name: "ranking_of_several",
      slots: ["size"],
      message: "a ranking of one is asked for as a maximum, not as a list",
      holds: ({ size }) => size > 1,
    },
  ],
  phrasings: [
    ({ table, size, end, ties, answer }) =>
      `Return the ${size} ${table.keys} with the ${end} ${table.values}, the ${end} first${answer === "pairs" ? `, as pairs of ${table.key} and ${table.value}` : ""}. The input is a dictionary from ${table.key} to ${table.value}. ${ties === "alphabet" ? `Equal ${table.values} are ordered alphabetically by ${table.key}` : `Among equal ${table.values} the order of the dictionary stays`}; if there are fewer than ${size} ${table.keys}, return all of them.`,
    ({ table, size, end, ties, answer }) =>
      `Rank ${table.keys} by their ${table.values}, ${end} first, and return the top ${size} as a list of ${answer === "pairs" ? `(${table.key}, ${table.value}) tuples` : table.keys}. A dictionary maps each ${table.key} to its ${table.value}. Ties ${ties === "alphabet" ? `are broken by the alphabet` : "keep the order in which they were inserted"}, and a shorter dictionary is returned whole.`,
  ],
  load: ({ answer }) => ({ branches: 2, quirks: 1, edgeCases: answer === "pairs" ? 3 : 2 }),
  blueprint: ({ table, size, end, ties, answer }) => {
    const { table: x, key, keys, value, values, samples } = table;
    const name = `${end}_${x}`;
    const [a, b, c] = samples;
    const sign = end === "highest" ? "-" : "";
    const sortKey = ties === "alphabet" ? `(${sign}pair[1], pair[0])` : `${sign}pair[1]`;
    const order = [b, a].toSorted((left, right) => (left < right ? -1 : 1));
    const tied = ties === "alphabet" ? order : [b, a];
    const show = (names: string[], number: number[]) =>
      answer === "pairs"
        ? `[${names.map((entry, index) => `(${pythonLiteral(entry)}, ${number[index]})`).join(", ")}]`
        : pythonLiteral(names);
    const sorted = end === "highest" ? [5, 0, -3] : [-3, 0, 5];
    const best = end === "highest" ? [c, a, b] : [b, a, c];
    const many = Array.from({ length: size + 1 }, (_, index) => ({
      entry: `${a}${"x".repeat(index)}`,
      number: end === "highest" ? 100 - index : index,
    }));
    const ranking =
      answer === "pairs" ? "[number for _, number in result]" : `[${x}[entry] for entry in result]`;
    const reverse = end === "highest" ? ", reverse=True" : "";
    return {
      ir: writeIr({
        summary: `List the ${size} ${keys} with the ${end} ${values}.`,
        name,
        parameters: [[x, "dict[str, int]", table.description]],
        returns: answer === "pairs" ? "list[tuple[str, int]]" : "list[str]",
        effects: [
          `Order the ${keys} of ${x} by their ${values}, the ${end} first.`,
          ties === "alphabet"
            ? `Where the ${values} are equal, order by the ${key} in ascending order of the text; sort by the pair of both, because reversing the whole order would also reverse the alphabet.`
            : `Where the ${values} are equal, keep the order of the dictionary; sorted is stable, so it does this by itself.`,
          `Return the first ${size} ${answer === "pairs" ? `as tuples of ${key} and ${value}` : keys} as a new list, or all of them if there are fewer than ${size}.`,
          `If ${x} is empty, return LITERAL [].`,
        ],
        assertions: [
          assertCase({ [x]: "{}" }, "[]", "Empty dictionary"),
          assertCase({ [x]: `{${pythonLiteral(a)}: 7}` }, show([a], [7]), "Single entry"),
          assertCase(
            { [x]: `{${pythonLiteral(a)}: 0, ${pythonLiteral(b)}: -3, ${pythonLiteral(c)}: 5}` },
            show(best.slice(0, size), sorted.slice(0, size)),
            "Zero and negative numbers",
          ),
          [
            `list(${x}.items()) != [(${pythonLiteral(b)}, 1), (${pythonLiteral(a)}, 1)] or result == ${show(tied, [1, 1])}`,
            "Equal numbers",
          ],
          assertCase(
            {
              [x]: `{${many.map(({ entry, number }) => `${pythonLiteral(entry)}: ${number}`).join(", ")}}`,
            },
            show(
              many.slice(0, size).map(({ entry }) => entry),
              many.map(({ number }) => number),
            ),
            "One more than is wanted",
          ),
          [`len(result) == min(${size}, len(${x}))`, "Length of the list"],
          [
            `${ranking} == sorted(${x}.values()${reverse})[:${size}]`,
            "The right numbers, in order",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    ranked = sorted(${x}.items(), key=lambda pair: ${sortKey})`,
        answer === "pairs"
          ? `    return ranked[:${size}]`
          : `    return [name for name, _ in ranked[:${size}]]`,
      ),
      inputs: [
        "{}",
        `{${pythonLiteral(a)}: 7}`,
        `{${pythonLiteral(a)}: 0, ${pythonLiteral(b)}: -3, ${pythonLiteral(c)}: 5}`,
        `{${pythonLiteral(b)}: 1, ${pythonLiteral(a)}: 1}`,
        `{${pythonLiteral(a)}: 1, ${pythonLiteral(b)}: 1}`,
        `{${many.map(({ entry, number }) => `${pythonLiteral(entry)}: ${number}`).join(", ")}}`,
        `{${pythonLiteral(c)}: 2, ${pythonLiteral(b)}: 2, ${pythonLiteral(a)}: 3}`,
      ].map((input) => [input]),
    };
  },
});
