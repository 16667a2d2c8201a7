import { expect, it } from "vitest";
import { DEFAULT_PANES, readPaneSizes } from "./pane-sizes";

it.each<[string | undefined, number[]]>([
  ["20.00-50.00-30.00", [20, 50, 30]],
  [undefined, DEFAULT_PANES],
  ["", DEFAULT_PANES],
  ["20-50-20", DEFAULT_PANES],
  ["1-98-1", DEFAULT_PANES],
  ["a-b-c", DEFAULT_PANES],
  ["NaN-50-50", DEFAULT_PANES],
])("reads %j", (cookie, sizes) => {
  expect(readPaneSizes(cookie)).toEqual(sizes);
});
