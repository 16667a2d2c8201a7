import { expect, it } from "vitest";
import { ITEM_SELECTIONS, readItemFilters, writeItemFilters } from "./item-filters";

it.each(ITEM_SELECTIONS)("reads %s back as it was written", (selection) => {
  const filters = { metric: "schema_valid", selection } as const;
  expect(readItemFilters(writeItemFilters(filters))).toEqual(filters);
});

it.each(["", "metric=nonsense&model=base", "model=base", "flip=win"])(
  "shows every item for %j",
  (text) => {
    expect(readItemFilters(new URLSearchParams(text))).toEqual({ metric: null, selection: "all" });
  },
);

it("shows every item of a metric when it does not know the model", () => {
  expect(readItemFilters(new URLSearchParams("metric=parses&model=another"))).toEqual({
    metric: "parses",
    selection: "all",
  });
});
