import type { Import } from "@foundry/core/imports/import.schema";
import { describe, expect, it } from "vitest";
import { summariseImport } from "./summarise-import";

const done: Import = {
  id: "00000000-0000-4000-8000-000000000000",
  fileName: "a.jsonl",
  byteCount: 10,
  bytesDone: 10,
  format: "jsonl",
  state: "done",
  recordCount: 200,
  promptCount: 0,
  sampleCount: 0,
  duplicateCount: 0,
  badCount: 0,
  strippedCount: 0,
  error: null,
  createdBy: "Ada",
  createdAt: "2026-01-01T00:00:00Z",
  startedAt: null,
  finishedAt: null,
};

describe("summariseImport", () => {
  it.each([
    [
      { promptCount: 198, sampleCount: 198 },
      ["Of 200 records read, 198 new prompts and 198 new samples were added."],
    ],
    [{ promptCount: 1 }, ["Of 200 records read, 1 new prompt was added."]],
    [
      { duplicateCount: 200 },
      [
        "Of 200 records read, nothing new was added.",
        "200 records were here already and left as they are.",
      ],
    ],
    [
      { sampleCount: 199, badCount: 1 },
      [
        "Of 200 records read, 199 new samples were added.",
        "1 row could not be used; it is listed below with the reason.",
      ],
    ],
    [
      { sampleCount: 200, strippedCount: 3 },
      [
        "Of 200 records read, 200 new samples were added.",
        "3 IRs had “provenance” keys, which were taken out.",
      ],
    ],
  ])("%o", (counts, sentences) => {
    expect(summariseImport({ ...done, ...counts })).toEqual(sentences);
  });
});
