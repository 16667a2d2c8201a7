import { expect, it } from "vitest";
import { movePaneEdge } from "./move-pane-edge";
import type { PaneSizes } from "./pane-sizes";

const sizes: PaneSizes = [26, 50, 24];

it.each<[0 | 1, number, PaneSizes]>([
  [0, 4, [30, 46, 24]],
  [0, -6, [20, 56, 24]],
  [1, 4, [26, 54, 20]],
  [1, -10, [26, 40, 34]],
  [0, -90, [15, 61, 24]],
  [0, 90, [48, 28, 24]],
  [1, 90, [26, 59, 15]],
  [1, -90, [26, 28, 46]],
  [0, 0, sizes],
])("edge %d by %d", (edge, by, expected) => {
  expect(movePaneEdge(sizes, edge, by)).toEqual(expected);
});
