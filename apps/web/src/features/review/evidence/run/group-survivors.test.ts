import { expect, it } from "vitest";
import { groupSurvivors } from "./group-survivors";

const example = (input: number) => ({ input, arguments: `n=${input}`, outcome: "returned 1" });

it("puts changes together that one input shows", () => {
  const groups = groupSurvivors([
    { change: "line 1: a", line: 1, example: example(3) },
    { change: "line 2: b", line: 2, example: null },
    { change: "line 3: c", line: 3, example: example(3) },
    { change: "line 3: c", line: 3, example: example(3) },
  ]);
  expect(groups).toEqual([
    { example: example(3), changes: ["line 1: a", "line 3: c"] },
    { example: null, changes: ["line 2: b"] },
  ]);
});
