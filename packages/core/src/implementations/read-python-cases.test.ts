import { expect, it } from "vitest";
import { readPythonCases } from "./read-python-cases.ts";

it("writes JSON as Python, numbers as they are spelt", () => {
  const json = String.raw`[
    [[1.0, -0, 9007199254740993, 1e400], true],
    [["true \"null\" \/ é \ud83d\ude00", [null, {"a": false}]], "\u0000\ud800"]
  ]`;
  expect(readPythonCases(json)).toEqual([
    { arguments: ["1.0", "-0", "9007199254740993", "1e400"], expected: "True" },
    {
      arguments: [String.raw`"true \"null\" / é 😀"`, '[None, {"a": False}]'],
      expected: String.raw`"\u0000\ud800"`,
    },
  ]);
});

it("takes arguments that are no list as the only one, and a list of none as no arguments", () => {
  expect(readPythonCases('[["a", 1], [[], null]]')).toEqual([
    { arguments: ['"a"'], expected: "1" },
    { arguments: [], expected: "None" },
  ]);
});

it.each(["", "{}", "[1, 2]", "[[1]]", "[[[1], 2, 3]]", "[[1,"])("finds no case in %j", (json) => {
  expect(readPythonCases(json)).toEqual([]);
});

it("reads a string of a million characters", () => {
  const json = JSON.stringify([[["x\\\n".repeat(300_000)], "é".repeat(100_000)]]);
  expect(readPythonCases(json)[0]?.expected).toHaveLength(100_002);
});
