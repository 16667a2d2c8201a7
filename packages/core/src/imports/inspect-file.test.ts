import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inspectFile } from "./inspect-file.ts";

const utf16 = (text: string) => Buffer.from(text, "utf16le");

describe("inspect file", () => {
  it.each([
    ["lines of objects", '{"prompt":"a"}\n{"prompt":"b"}\n', "a.json", { format: "jsonl" }],
    ["a list, whatever its name", ' \n[{"prompt":"a"}]', "a.jsonl", { format: "json" }],
    ["an object over lines", '{\n  "prompt": "a"\n}', "a.json", { format: "json" }],
    ["an object in one line of a .json file", '{"prompt":"a"}', "a.json", { format: "json" }],
    ["an object in one line", '{"prompt":"a"}', "upload", { format: "jsonl" }],
    ["a bad first line", '{"prompt": oops}\n{"prompt":"b"}', "a.json", { format: "jsonl" }],
    [
      "an open first line that its name calls JSON Lines",
      '{"prompt":\n',
      "a.jsonl",
      { format: "jsonl" },
    ],
    ["prose that its name calls JSON", "Here you go:\n{}", "a.json", { format: "jsonl" }],
    ["a header", "prompt,category\na,b\n", "a.csv", { format: "csv", delimiter: "," }],
    ["a header with semicolons", '"Prompt";category\n', "a.csv", { format: "csv", delimiter: ";" }],
    ["a header with tabs", "id\tprompt\r\n", "a.txt", { format: "csv", delimiter: "\t" }],
    ["a header without a prompt", "a;b\n", "a.csv", { format: "csv", delimiter: "," }],
  ])("%s", (_, text, name, expected) => {
    expect(inspectFile(Buffer.from(text), name)).toEqual({ startOffset: 0, ...expected });
    const marked = Buffer.from(`\ufeff${text}`);
    expect(inspectFile(marked, name)).toEqual({ startOffset: 3, ...expected });
  });

  it.each<[string, Buffer, RegExp]>([
    ["no byte", Buffer.alloc(0), /empty/],
    ["white space", Buffer.from("\ufeff \r\n\t"), /no record/],
    ["zip", Buffer.from("504b03041400", "hex"), /zip archive or an Office file/],
    ["gzip", gzipSync("{}"), /gzip/],
    ["PDF", Buffer.from("%PDF-1.7"), /PDF/],
    ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16("{}")]), /UTF-8/],
    ["UTF-16 without one", utf16('{"prompt": "a"}\n'), /UTF-8/],
    ["other bytes", Buffer.alloc(100), /binary/],
  ])("refuses %s", (_, head, message) => {
    expect(() => inspectFile(head, "records.jsonl")).toThrow(message);
  });
});
