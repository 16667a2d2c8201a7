import { expect, it } from "vitest";
import { COMPLEXITIES } from "./derive-complexity.ts";
import { deriveComplexityFromText } from "./derive-complexity-from-text.ts";
import { generatePrompts } from "./generate-prompts.ts";

it("is right for three in five prompts of the catalogue, and hardly ever two classes off", () => {
  const { records } = generatePrompts({ count: 900, seed: "not one that it was chosen on" });
  const distances = records.map(({ prompt, complexity }) =>
    Math.abs(
      COMPLEXITIES.indexOf(deriveComplexityFromText(prompt)) - COMPLEXITIES.indexOf(complexity),
    ),
  );
  const share = (limit: number) =>
    distances.filter((distance) => distance <= limit).length / distances.length;
  // The most frequent class alone would be right for two in five.
  expect(share(0)).toBeGreaterThan(0.57);
  expect(share(1)).toBeGreaterThan(0.96);
});

it("rises with what is asked, and does not read what is quoted", () => {
  const short = "Return the larger of two numbers.";
  expect(deriveComplexityFromText(short)).toBe("easy");
  const long = `${short} If both are equal, return None. Otherwise, when one of them is negative, return 'too small' instead; unless the other one is zero, in which case nothing is returned. Each call for an empty list is invalid. If a number is missing, count it as zero.`;
  expect(deriveComplexityFromText(long)).toBe("medium_hard");
  const quoted = `Return '${"if empty, otherwise none. ".repeat(20)}' for the larger of two numbers.`;
  expect(deriveComplexityFromText(quoted)).toBe("easy");
  expect(deriveComplexityFromText("")).toBe("easy");
});
