import { expect, it } from "vitest";
import { listExampleLines } from "./list-example-lines";

const ir = {
  parameters: { text: "str" },
  effects: ["Return a message.", "Return LITERAL 'x'."],
};

const flagged = (path: string) =>
  listExampleLines(ir, path)
    .filter(({ isFlagged }) => isFlagged)
    .map(({ place, text }) => `${place}: ${text}`);

it("shows what the example is about and nothing else", () => {
  expect(listExampleLines(ir, undefined)).toEqual([
    { place: "Parameter 1", text: "text: str", isFlagged: false },
    { place: "Effect 1", text: "Return a message.", isFlagged: false },
    { place: "Effect 2", text: "Return LITERAL 'x'.", isFlagged: false },
  ]);
});

it.each([
  ["/effects/1/description", ["Effect 2: Return LITERAL 'x'."]],
  ["/signature/parameters/0/type_hint", ["Parameter 1: text: str"]],
  ["/assertions", ["Assertions: (none)"]],
  ["/signature/returns", ["Returns: (none)"]],
  ["", ["IR: "]],
])("marks %j", (path, lines) => {
  const marked = flagged(path).map((line) => (path === "" ? line.slice(0, 4) : line));
  expect(marked).toEqual(lines);
});
