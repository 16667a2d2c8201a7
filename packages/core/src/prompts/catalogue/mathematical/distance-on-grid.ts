import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const GRIDS = [
  { id: "taxi", who: "a taxi", places: "street corners" },
  { id: "rook", who: "a robot", places: "tiles" },
  { id: "crane", who: "a crane", places: "storage bays" },
  { id: "king", who: "a chess piece", places: "fields" },
  { id: "drone", who: "a drone", places: "way points" },
  { id: "plotter", who: "the pen of a plotter", places: "dots" },
  { id: "lift", who: "a shelf lift", places: "compartments" },
] as const;
const METRICS = [
  {
    id: "straight",
    words: "moves along rows and columns only",
    effect: "dx + dy",
    python: "dx + dy",
  },
  {
    id: "diagonal",
    words: "can also move diagonally, which counts as a single step",
    effect: "the larger of dx and dy",
    python: "max(dx, dy)",
  },
] as const;

export const distanceOnGrid = defineTemplate({
  id: "distance_on_grid",
  category: "mathematical",
  title: "Count steps between two places of a grid",
  slots: {
    grid: { kind: "word", values: GRIDS },
    metric: { kind: "choice", values: METRICS },
    cost: { kind: "number", values: [1, 2, 3, 5] },
    limit: { kind: "threshold", values: [0, 5, 10, 20, 50] },
    far: { kind: "label", values: ["None", "-1"] },
    free: { kind: "number", values: [0, 1, 2] },
  },
  rules: [
    {
      name: "far_needs_limit",
      slots: ["limit", "far"],
      message: "without a limit nothing is too far: leave the answer at None",
      holds: ({ limit, far }) => limit > 0 || far === "None",
    },
  ],
  phrasings: [
    ({ grid, metric, cost, limit, far, free }) =>
      `Compute the cost of a trip from one of the ${grid.places} of a grid to another, given their columns and rows. ${capitalise(grid.who)} ${metric.words}. ${costs(cost, free)}${limit === 0 ? "" : ` If the trip has more than ${limit} steps, return ${far}.`}`,
    ({ grid, metric, cost, limit, far, free }) =>
      `${capitalise(grid.who)} goes from (x1, y1) to (x2, y2) on a grid of ${grid.places}; it ${metric.words}. Return what the shortest way costs. ${costs(cost, free)} Coordinates may be negative.${limit === 0 ? "" : ` A way of more than ${limit} steps gives ${far}.`}`,
  ],
  load: ({ limit, free }) => ({
    branches: 1 + (limit === 0 ? 0 : 1),
    quirks: 0,
    edgeCases: (limit === 0 ? 0 : 1) + (free === 0 ? 0 : 1),
  }),
  blueprint: ({ grid, metric, cost, limit, far, free }) => {
    const name = `trip_cost_of_${grid.id}`;
    const hasLimit = limit > 0;
    const steps = (x1: number, y1: number, x2: number, y2: number) => {
      const [dx, dy] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
      return metric.id === "straight" ? dx + dy : Math.max(dx, dy);
    };
    const price = (count: number) =>
      hasLimit && count > limit ? far : String(Math.max(count - free, 0) * cost);
    const cases: [number, number, number, number, string][] = [
      [0, 0, 0, 0, "Same place"],
      [0, 0, 1, 0, "One step to the right"],
      [1, 1, 1, 0, "One step down"],
      [0, 0, 3, 4, "Both directions"],
      [3, 4, 0, 0, "The way back costs the same"],
      [-2, -3, 2, 1, "Negative coordinates"],
      [0, 0, free, 0, "All steps free"],
      [0, 0, free + 1, 0, "One step that costs"],
      ...(hasLimit
        ? ([
            [0, 0, limit, 0, "Longest trip that is allowed"],
            [0, 0, limit + 1, 0, "One step too many"],
          ] as [number, number, number, number, string][])
        : []),
    ];
    const guard = hasLimit ? (far === "None" ? "result is None or " : "result == -1 or ") : "";
    const seen = new Set<string>();
    const distinct = cases.filter(
      ([a, b, c, d]) => !seen.has(`${a},${b},${c},${d}`) && seen.add(`${a},${b},${c},${d}`),
    );
    return {
      ir: writeIr({
        summary: `Compute the cost of a trip between two ${grid.places} of a grid.`,
        name,
        parameters: [
          ["x1", "int", "Column of the start."],
          ["y1", "int", "Row of the start."],
          ["x2", "int", "Column of the end."],
          ["y2", "int", "Row of the end."],
        ],
        returns: hasLimit && far === "None" ? "int | None" : "int",
        effects: [
          `Let dx be abs(x1 - x2) and dy be abs(y1 - y2), so that direction and sign do not matter.`,
          `Let steps be ${metric.effect}.`,
          ...(hasLimit
            ? [`If steps > ${limit}, return LITERAL ${far}; exactly ${limit} steps are allowed.`]
            : []),
          ...(free > 0
            ? [
                `Let paid be max(steps - ${free}, 0), because the first ${free === 1 ? "step is" : `${free} steps are`} free.`,
              ]
            : []),
          `Return ${free > 0 ? "paid" : "steps"} * ${cost}, which is 0 for a trip to the same place.`,
        ],
        assertions: [
          ...distinct.map(([x1, y1, x2, y2, why]) =>
            assertCase({ x1, y1, x2, y2 }, price(steps(x1, y1, x2, y2)), why),
          ),
          [
            `${guard}result == max(${metric.id === "straight" ? "abs(x1 - x2) + abs(y1 - y2)" : "max(abs(x1 - x2), abs(y1 - y2))"} - ${free}, 0) * ${cost}`.replace(
              " - 0, 0)",
              ", 0)",
            ),
            "Whole formula",
          ],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(x1, y1, x2, y2):`,
        `    dx = abs(x1 - x2)`,
        `    dy = abs(y1 - y2)`,
        `    steps = ${metric.python}`,
        ...(hasLimit ? [`    if steps > ${limit}:`, `        return ${far}`] : []),
        ...(free > 0 ? [`    paid = max(steps - ${free}, 0)`] : []),
        `    return ${free > 0 ? "paid" : "steps"} * ${cost}`,
      ),
      inputs: [
        ...distinct.map(([x1, y1, x2, y2]) => [x1, y1, x2, y2].map(String)),
        ["0", "0", "60", "60"],
        ["5", "-5", "-5", "5"],
      ],
    };
  },
});

function costs(cost: number, free: number): string {
  const each = `Each step costs ${cost}`;
  if (free === 0) return `${each}.`;
  return `${each}, but the first ${free === 1 ? "step is" : `${free} are`} free, so that a trip may cost 0.`;
}
