import { datasetRecipeSchema } from "@foundry/core/datasets/recipe.schema";
import { expect, it } from "vitest";
import { readDraft, type RecipeDraft, startDraft, testShare } from "./recipe-draft";

const start = startDraft("7", "First corpus");

it("starts from a recipe that can be sent", () => {
  const { recipe, problems } = readDraft(start);
  expect(datasetRecipeSchema.safeParse(recipe).success).toBe(true);
  expect(problems).toEqual({ title: null, seed: null, shares: null });
  expect(recipe?.ratios).toEqual({ train: 80, validation: 10, test: 10 });
});

it.each<[string, Partial<RecipeDraft>, string]>([
  ["no name", { title: " " }, "Give it a name, so that people know it again."],
  ["no seed", { seed: "" }, "Write a seed: any word or number."],
  [
    "shares above 100 %",
    { trainShare: 95, validationShare: 10 },
    "Training and validation are 105 % together: take 5 % away.",
  ],
  ["nothing to train on", { trainShare: 0 }, "Training needs a share above 0 %."],
])("says what to do about %s", (_what, changes, words) => {
  const { problems } = readDraft({ ...start, ...changes });
  expect(Object.values(problems)).toContain(words);
});

it("gives the test split what is left", () => {
  expect(testShare({ ...start, trainShare: 70, validationShare: 5 })).toBe(25);
});

it("asks for no negatives where no error type is chosen", () => {
  expect(readDraft({ ...start, errorTypes: [] }).recipe?.negatives.perSample).toBe(0);
});
