import { expect, it } from "vitest";
import { namePlace } from "./name-place";

it.each([
  ["/effects/1/description", "Effect 2"],
  ["/assertions/0/predicate", "Assertion 1"],
  ["/assertions/0/rationale", "Assertion 1, rationale"],
  ["/intent/summary", "Summary"],
  ["/intent", "Intent"],
  ["/signature/returns", "Returns"],
  ["/signature/parameters/2/type_hint", "Parameter 3, type"],
  ["/constraints/0/value_name", "Constraint 1, value name"],
  ["/effects", "Effects"],
  ["/__proto__", "  proto  "],
  ["/constructor/0", "Constructor"],
])("%s is %s", (path, words) => {
  expect(namePlace(path)).toBe(words);
});
