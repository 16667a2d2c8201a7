import { describe, expect, it } from "vitest";
import { readPromptLiterals } from "./read-prompt-literals.ts";

const NAMES = new Set(["text"]);

/** `value role comparison`, in the order of the prompt. */
function describeLiterals(prompt: string): string[] {
  return readPromptLiterals(prompt, NAMES).map(({ value, role, comparison }) =>
    comparison === null ? `${value} ${role}` : `${value} ${role} ${comparison}`,
  );
}

describe("readPromptLiterals", () => {
  it.each([
    ["if it has fewer than 8 characters", ["8 threshold <"]],
    ["if it has no more than 8 characters", ["8 threshold <="]],
    ["if it is not less than 8", ["8 threshold >="]],
    ["if it is greater than or equal to 8", ["8 threshold >="]],
    ["if it is equal to or less than 8", ["8 threshold <="]],
    ["at least 8, at most 64", ["8 threshold >=", "64 threshold <="]],
    ["up to 64 characters", ["64 threshold <="]],
    ["more than 30 days", ["30 threshold >"]],
    ["below 10 or above 20", ["10 threshold <", "20 threshold >"]],
    ["from a total of 50 on", ["50 threshold >="]],
    ["25 points from 200 euros on", ["25 value", "200 threshold >="]],
    ["90+ is an A", ["90 threshold >="]],
    ["90 points or more", ["90 threshold >="]],
    ["50 % or less", ["50 threshold <="]],
    ["if n is 0 or negative", ["0 threshold <="]],
    ["80–89 is a B", ["80 threshold >=", "89 threshold <="]],
    ["80-89 is a B", ["80 threshold >=", "89 threshold <="]],
    ["a month from 1 to 12", ["1 threshold >=", "12 threshold <="]],
    ["between 5 and 10", ["5 threshold", "10 threshold"]],
    ["between 5 and 10 inclusive", ["5 threshold >=", "10 threshold <="]],
    ["if x >= 3 and 4 < y", ["3 threshold >=", "4 threshold >"]],
    ["if it is 0, return 1", ["0 threshold ==", "1 value"]],
    ["exactly 0.5 is rounded up", ["0.5 threshold =="]],
    ["open from 7 until just before 22", ["7 threshold >=", "22 threshold <"]],
    ["merge two lists and the 3 checks", ["2 mention", "3 mention"]],
    ["the 3 highest scores", ["3 value"]],
    ["the last four digits", ["4 value"]],
    ["characters a to z and 0 to 9", ["0 mention", "9 mention"]],
    ["raise it from 5 to 10", ["5 value", "10 value"]],
    ["encode as utf-8, 24-hour clock", ["24 value"]],
    ["1. Strip it.\n2. Return 7.", ["7 value"]],
    [
      "Return 'a' for 5, for example 'b' or 6. Then 'c'.",
      ["a value", "5 value", "b mention", "6 mention", "c value"],
    ],
    ["Examples:\nf(3) gives 'x'", ["3 mention", "x mention"]],
    ["a function called 'twice'", ["twice mention"]],
    ["return 'Hello, {name}!'", ["Hello, {name}! mention"]],
    ["return `None` if `text` is `'x'`", ["None value", "text mention", "x value"]],
    ["return `ok` or `5`", ["ok value", "5 value"]],
    ["None of them gives None", ["None value"]],
    ["return true or False", ["True value", "False value"]],
  ])("reads %j", (prompt, literals) => {
    expect(describeLiterals(prompt)).toEqual(literals);
  });

  it("knows what is asked for as a result", () => {
    const prompt = "Return 'a' if it starts with 'b', 'c' if it is 1, and 'd' otherwise.";
    const results = readPromptLiterals(prompt, NAMES).filter(({ isResult }) => isResult);
    expect(results.map(({ value }) => value)).toEqual(["a", "c", "d"]);
  });
});
