import { describe, expect, it } from "vitest";
import { authorize } from "./actor.ts";
import { type Action, isAllowed } from "./permissions.ts";

/** Action, admin, reviewer. */
const MATRIX: [Action, boolean, boolean][] = [
  ["corpus.read", true, true],
  ["corpus.import", true, false],
  ["corpus.export", true, false],
  ["sample.review", true, true],
  ["prompts.manage", true, false],
  ["checks.rerun", true, false],
  ["people.read", true, false],
  ["people.manage", true, false],
  ["token.manage_own", true, true],
];

describe.each(MATRIX)("%s", (action, admin, reviewer) => {
  it.each([
    ["admin", admin],
    ["reviewer", reviewer],
  ] as const)("%s: %s", (role, allowed) => {
    expect(isAllowed(role, action)).toBe(allowed);
    const ask = () => authorize({ userId: "someone", role }, action);
    if (allowed) expect(ask).not.toThrow();
    else expect(ask).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});
