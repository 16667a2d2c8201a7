import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const LISTS = [
  { id: "carousel", many: "pictures of a carousel", list: "pictures", act: "turned" },
  { id: "roster", many: "people on a duty roster", list: "people", act: "moved on" },
  { id: "seats", many: "guests around a table", list: "guests", act: "shifted" },
  { id: "weekdays", many: "names of the weekdays", list: "weekdays", act: "shifted" },
  { id: "buffer", many: "lines in a ring buffer", list: "lines", act: "rotated" },
  { id: "players", many: "players in their order of play", list: "players", act: "passed on" },
  { id: "channels", many: "channels of a radio", list: "channels", act: "moved" },
  { id: "lanterns", many: "colours of a chain of lights", list: "colours", act: "moved along" },
  { id: "stops", many: "stops of a circular bus line", list: "stops", act: "renumbered" },
] as const;

export const rotateList = defineTemplate({
  id: "rotate_list",
  category: "list_operations",
  title: "Rotate a list",
  slots: {
    subject: { kind: "word", values: LISTS },
    direction: { kind: "choice", values: ["left", "right"] },
    multiple: { kind: "number", values: [1, 2, 3] },
    negative: { kind: "choice", values: ["reverse", "unchanged", "none"] },
  },
  phrasings: [
    ({ subject, direction, multiple, negative }) =>
      `Return the ${subject.many}, ${subject.act} to the ${direction} by ${multiple === 1 ? "a number of places" : `${multiple} places for each step`}: what leaves the list at the ${direction === "left" ? "start comes back at the end" : "end comes back at the start"}. The number of ${multiple === 1 ? "places" : "steps"} may be larger than the list is long. ${NEGATIVES[negative](direction)}`,
    ({ subject, direction, multiple, negative }) =>
      `Rotate a list, here the ${subject.many}, to the ${direction} and return a new list. ${multiple === 1 ? "The second argument says by how many places" : `The second argument counts steps of ${multiple} places each`}; it can be any whole number. ${NEGATIVES[negative](direction)} An empty list stays empty.`,
  ],
  load: ({ multiple, negative }) => ({
    branches: negative === "reverse" ? 2 : 3,
    quirks: 1,
    edgeCases: multiple === 1 ? 1 : 2,
  }),
  blueprint: ({ subject: { id, many, list }, direction, multiple, negative }) => {
    const name = `rotate_${id}`;
    const count = multiple === 1 ? "places" : "steps";
    const rotate = (entries: string[], steps: number) => {
      const size = entries.length;
      const shift = steps * multiple * (direction === "left" ? 1 : -1);
      return entries.map((_, index) => entries[(((index + shift) % size) + size) % size] ?? "");
    };
    const abc = ["a", "b", "c", "d"];
    const minus = {
      reverse: pythonLiteral(rotate(abc, -1)),
      unchanged: pythonLiteral(abc),
      none: "None",
    }[negative];
    const guard = negative === "reverse" ? "" : `${count} < 0 or `;
    const shift = multiple === 1 ? count : `${count} * ${multiple}`;
    const index =
      direction === "left"
        ? `(index + ${shift}) % len(${list})`
        : `(index - ${shift}) % len(${list})`;
    return {
      ir: writeIr({
        summary: `Rotate the ${many} to the ${direction}.`,
        name,
        parameters: [
          [list, "list[str]", `The ${many}.`],
          [
            count,
            "int",
            multiple === 1 ? "Number of places." : `Number of steps of ${multiple} places.`,
          ],
        ],
        returns: negative === "none" ? "list[str] | None" : "list[str]",
        effects: [
          ...(negative === "reverse"
            ? []
            : [
                `If ${count} < 0, return ${negative === "none" ? "LITERAL None" : `a copy of ${list}`}.`,
              ]),
          `If ${list} is empty, return LITERAL []; without this test the remainder below would divide by zero.`,
          `Otherwise return a new list whose entry at each index from 0 to len(${list}) - 1 is ${list}[${index}].`,
          `The remainder % is never negative here, because it takes the sign of its divisor${negative === "reverse" ? `, so a negative number rotates the other way` : ""}; a multiple of len(${list}) gives the same order.`,
        ],
        assertions: [
          assertCase({ [list]: "[]", [count]: 3 }, "[]", "Empty list"),
          assertCase(
            { [list]: pythonLiteral(abc), [count]: 0 },
            pythonLiteral(abc),
            "Nothing to rotate",
          ),
          assertCase(
            { [list]: pythonLiteral(abc), [count]: 1 },
            pythonLiteral(rotate(abc, 1)),
            "One step",
          ),
          assertCase({ [list]: pythonLiteral(abc), [count]: 4 }, pythonLiteral(abc), "Once around"),
          assertCase(
            { [list]: pythonLiteral(abc), [count]: 5 },
            pythonLiteral(rotate(abc, 5)),
            "Further than the list is long",
          ),
          assertCase({ [list]: pythonLiteral(abc), [count]: -1 }, minus, "Negative number"),
          [`${guard}sorted(result) == sorted(${list})`, "Nothing is lost"],
          [`${guard}result == [${list}[${index}] for index in range(len(${list}))]`, "Every entry"],
          ["result is not " + list, "A new list"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${list}, ${count}):`,
        ...(negative === "reverse"
          ? []
          : [
              `    if ${count} < 0:`,
              `        return ${negative === "none" ? "None" : `list(${list})`}`,
            ]),
        `    if not ${list}:`,
        `        return []`,
        `    shift = ${direction === "left" ? "" : "-"}${multiple === 1 || direction === "left" ? shift : `(${shift})`} % len(${list})`,
        `    return ${list}[shift:] + ${list}[:shift]`,
      ),
      inputs: [
        ["[]", "3"],
        ["[]", "-1"],
        ["['a']", "2"],
        ...[0, 1, 2, 3, 4, 5, -1, -4, 9].map((steps) => [pythonLiteral(abc), String(steps)]),
        ["['a', 'a', 'b']", "1"],
      ],
    };
  },
});

const NEGATIVES = {
  reverse: (direction: "left" | "right") =>
    `A negative number rotates to the ${direction === "left" ? "right" : "left"} instead.`,
  unchanged: () => "A negative number leaves the order as it is.",
  none: () => "For a negative number return None.",
};
