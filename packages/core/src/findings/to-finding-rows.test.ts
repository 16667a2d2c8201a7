import { expect, it } from "vitest";
import type { Finding } from "../checks/finding.ts";
import { MAX_STORED_FINDINGS, toFindingRows } from "./to-finding-rows.ts";

const FINDING: Finding = {
  check: "vague_effect",
  errorType: "vague_effect",
  severity: "warning",
  path: "/effects/0",
  message: "says too little",
};

it("keeps the first findings of an IR that has far too many", () => {
  const rows = toFindingRows(
    "id",
    Array.from({ length: 5_000 }, () => FINDING),
  );
  expect(rows).toHaveLength(MAX_STORED_FINDINGS);
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index));
});

it("makes paths and messages storable, and leaves out a fix that is not", () => {
  const patch = [{ op: "add" as const, path: "/x", value: "\0" }];
  const [row] = toFindingRows("id", [
    { ...FINDING, path: "/a\0b", message: "\ud800".repeat(3_000), fix: { title: "Fix", patch } },
  ]);
  expect(row).toMatchObject({ path: "/a\ufffdb", fix: null });
  expect(row?.message).toHaveLength(1_000);
  const fix = { title: "Fix", patch: [] };
  expect(toFindingRows("id", [{ ...FINDING, fix }])[0]?.fix).toEqual(fix);
  const large = { title: "x".repeat(30_000), patch: [] };
  expect(toFindingRows("id", [{ ...FINDING, fix: large }])[0]?.fix).toBeNull();
});
