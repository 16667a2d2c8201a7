import { expect, it } from "vitest";
import type { LocatedFinding } from "../../../components/checks/reading";
import { splitFindings } from "./split-findings";

const finding = (path: string, message = "is vague"): LocatedFinding => ({
  check: "vague_effect",
  errorType: "vague_effect",
  severity: "warning",
  path,
  message,
  id: path,
  start: 0,
  end: 1,
});

it("sets aside what was called no problem, and knows by whom", () => {
  const { open, dismissed } = splitFindings(
    [finding("/a"), finding("/b"), finding("/c")],
    [
      { check: "vague_effect", path: "/b", message: "is vague", id: null, byMe: true },
      { check: "vague_effect", path: "/c", message: "is vague", id: "x", byMe: false },
    ],
  );
  expect(open.map(({ path }) => path)).toEqual(["/a"]);
  expect(dismissed.map(({ path, byMe }) => [path, byMe])).toEqual([
    ["/b", true],
    ["/c", false],
  ]);
});

it("keeps a finding that says something else at the same place", () => {
  const { open } = splitFindings(
    [finding("/a", "is still vague")],
    [{ check: "vague_effect", path: "/a", message: "is vague", id: null, byMe: true }],
  );
  expect(open).toHaveLength(1);
});

it("knows a finding whose message had to be cut to be stored", () => {
  const long = "x".repeat(5_000);
  const stored = { check: "vague_effect", path: "/a", message: `${"x".repeat(999)}…` };
  const { dismissed } = splitFindings([finding("/a", long)], [{ ...stored, id: null, byMe: true }]);
  expect(dismissed).toHaveLength(1);
});
