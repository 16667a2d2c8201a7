import { expect, it } from "vitest";
import {
  describeAt,
  EMPTY_FORM,
  findNewSlotName,
  findPlace,
  nextKey,
  toDraft,
  toForm,
} from "./template-form";

const form = {
  ...EMPTY_FORM,
  title: "Between",
  text: "Return True if the {unit} is between {low} and {high}.",
  slots: [
    { key: 0, name: "low", kind: "number" as const, values: " 1\n\n2 \n" },
    { key: 1, name: "unit", kind: "text" as const, values: "weight of a parcel" },
  ],
  rules: [
    { key: 4, text: "  " },
    { key: 2, text: "low < high" },
  ],
  examples: [{ key: 0, text: " Return True if the weight of a parcel is between 1 and 2. " }],
};

it("leaves out blank values and blank rules, and white space around an example", () => {
  const draft = toDraft(form);
  expect(draft.slots[0]?.values).toEqual(["1", "2"]);
  expect(draft.rules).toEqual(["low < high"]);
  expect(draft.examples).toEqual(["Return True if the weight of a parcel is between 1 and 2."]);
});

it("makes the same draft of a stored one", () => {
  const draft = toDraft(form);
  expect(toDraft(toForm(draft))).toEqual(draft);
});

it("finds the rule that a problem is about, although blank ones are not sent", () => {
  const problems = [{ path: "/rules/0", message: "`high` is no slot" }];
  expect(describeAt(problems, `/rules/${findPlace(form.rules, 2)}`)).toBe("`high` is no slot");
  expect(describeAt(problems, `/rules/${findPlace(form.rules, 4)}`)).toBeNull();
});

it("joins what is wrong below a place", () => {
  const problems = [
    { path: "/slots/1/values/0", message: "one" },
    { path: "/slots/1/values", message: "two" },
    { path: "/slots/11/values", message: "three" },
  ];
  expect(describeAt(problems, "/slots/1/values")).toBe("One. Two");
});

it("offers the first name of the text that has no slot", () => {
  expect(findNewSlotName(form)).toBe("high");
  expect(findNewSlotName({ ...form, text: "{low} and {{braces}}" })).toBe("");
  expect(nextKey(form.rules)).toBe(5);
  expect(nextKey([])).toBe(0);
});
