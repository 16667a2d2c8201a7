import { describe, expect, it } from "vitest";
import { CsvColumns } from "./csv-columns.ts";
import { readJsonFields } from "./read-json-fields.ts";
import { readRecord } from "./read-record.ts";

const IR = {
  intent: { summary: "Says whether a word is long" },
  signature: { name: "is_long", parameters: [], returns: "bool" },
};
const irText = JSON.stringify(IR);

const read = (json: string) =>
  readRecord({ line: 7, endOffset: 0, content: Buffer.from(json) }, readJsonFields);
const readValue = (value: unknown) => read(JSON.stringify(value));
const codes = (json: string) =>
  read(json).issues.map(({ severity, code }) => `${severity} ${code}`);

describe("kinds of records", () => {
  it.each<[string, object]>([
    ["ir", { prompt: "P", ir: IR }],
    ["ir as text", { prompt: "P", ir: irText }],
    ["ir_output", { prompt: "P", ir_output: IR }],
    ["a prompt object", { prompt: { prompt: "P" }, ir_output: IR }],
    ["a result object", { result: { prompt: "P", ir_output: IR } }],
    ["both objects", { result: { prompt: { prompt: "P" }, ir_output: irText } }],
    ["a training row", { prompt: "P", completion: irText, label: "good" }],
  ])("finds the IR in %s", (_, value) => {
    const { record, issues, ignored } = readValue(value);
    expect(record?.prompt.text).toBe("P");
    expect(record?.ir).toMatchObject({ raw: irText, isSchemaValid: true, rawBeforeStrip: null });
    expect([issues, ignored]).toEqual([[], []]);
  });

  it.each<[string, object]>([
    ["nothing beside", { prompt: "P" }],
    ["null", { prompt: "P", ir: null }],
    ["a failed reply", { prompt: "P", ir_output: "" }],
  ])("takes a prompt alone: %s", (_, value) => {
    expect(readValue(value)).toMatchObject({
      record: { ir: null, benchmarkCase: null },
      issues: [],
    });
  });

  it("keeps the text of a prompt and trims labels, also unknown ones", () => {
    const { record } = readValue({
      prompt: " P\n",
      category: " graphs ",
      complexity: "",
      source: "s",
    });
    expect(record?.prompt).toMatchObject({
      text: " P\n",
      category: "graphs",
      complexity: null,
      source: "s",
    });
  });

  it("takes labels from around and from inside, the outer first", () => {
    const inner = { prompt: "P", category: "inner", complexity: "easy" };
    const { record } = readValue({ category: "outer", prompt: inner });
    expect(record?.prompt).toMatchObject({ category: "outer", complexity: "easy" });
  });

  it("keeps the test cases of a benchmark case as written", () => {
    const cases = '[ [[1, "a"], 2.0], [[], null] ]';
    const text = `{"prompt":"P","name":"n","function_name":"f","test_cases":${cases}}`;
    expect(read(text).record?.benchmarkCase).toEqual({
      name: "n",
      functionName: "f",
      testCases: cases,
    });
    const nested = `{"prompt":${text},"ir_output":${irText}}`;
    expect(read(nested).record).toMatchObject({
      ir: { raw: irText },
      benchmarkCase: { testCases: cases },
    });
  });

  it("names the fields that it leaves out", () => {
    const { ignored } = readValue({
      prompt: "P",
      name: "n",
      id: 1,
      result: { model: "m", "a/b": 1 },
    });
    expect(ignored.toSorted()).toEqual(["/id", "/name", "/result/a~1b", "/result/model"]);
  });
});

describe("the text of an IR", () => {
  it.each<[string, string]>([
    ["a NUL escape", '{"a":"\\u0000"}'],
    ["a lone surrogate", '{"a":"\\ud800"}'],
    ["duplicate keys", '{"a":1,"a":2}'],
    ["a number beyond doubles", '{"a":9007199254740993,"b":1e400,"c":-0}'],
    ["order and white space", '{ "b" : 1.0,\t"a" : [ ] }'],
  ])("stays as it is: %s", (_, raw) => {
    expect(read(`{"prompt":"P","ir": ${raw} }`).record?.ir?.raw).toBe(raw);
    expect(readValue({ prompt: "P", ir: raw }).record?.ir?.raw).toBe(raw);
  });

  it("escapes a lone surrogate that only JSON text can hold", () => {
    const { record } = read('{"prompt":"P","ir":"{\\"a\\":\\"\\udc00\\ud800x\\ud83d\\ude00\\"}"}');
    expect(record?.ir?.raw).toBe('{"a":"\\udc00\\ud800x😀"}');
  });

  it("has no document where jsonb cannot hold it", () => {
    expect(read('{"prompt":"P","ir":{"a":"\\u0000"}}').record?.ir?.documentJson).toBeNull();
    expect(read('{"prompt":"P","ir":{"a":1e400}}').record?.ir?.documentJson).toBeNull();
    expect(read('{"prompt":"P","ir":{"a":1,"a":2}}').record?.ir?.documentJson).toBe('{"a":2}');
  });

  it("loses its provenance, with a remark and the text as it was", () => {
    const before = JSON.stringify({ ...IR, intent: { ...IR.intent, provenance: { by: "x" } } });
    const { record, issues } = read(`{"prompt":"P","ir":${before}}`);
    expect(record?.ir).toMatchObject({ raw: irText, rawBeforeStrip: before, isSchemaValid: true });
    expect(issues).toMatchObject([
      { severity: "info", code: "provenance_stripped", path: "/ir/intent/provenance" },
    ]);
  });

  it("may be invalid, with a warning", () => {
    const { record, issues } = read('{"prompt":"P","ir":{"intent":{"summary":"short"}}}');
    expect(record?.ir?.isSchemaValid).toBe(false);
    expect(issues).toMatchObject([{ severity: "warning", code: "ir_schema_invalid" }]);
    expect(issues[0]?.path).toMatch(/^\/ir\//);
  });
});

describe("bad records", () => {
  it.each<[string, string, string, string | null]>([
    ["prose", "Sure! Here it is", "not_json", null],
    ["a bad value", '{"prompt": oops}', "not_json", null],
    ["a cut record", '{"prompt": "P", "ir": {"a', "not_json", null],
    ["two in one", '{"prompt":"P"} {"prompt":"Q"}', "not_json", null],
    ["a trailing comma", '{"prompt":"P",}', "not_json", null],
    ["a list", '["P"]', "not_an_object", null],
    ["a text", '"P"', "not_an_object", null],
    ["no prompt", '{"text":"P"}', "no_prompt", null],
    ["a null prompt", '{"prompt":null}', "no_prompt", null],
    ["a number", '{"prompt":5}', "not_text", "/prompt"],
    ["an empty prompt", '{"prompt":""}', "prompt_blank", "/prompt"],
    ["a blank prompt", '{"prompt":" \\n\\u00a0"}', "prompt_blank", "/prompt"],
    ["NUL", '{"prompt":"a\\u0000"}', "bad_character", "/prompt"],
    ["a lone surrogate", '{"prompt":"a\\ud800"}', "bad_character", "/prompt"],
    ["a long prompt", JSON.stringify({ prompt: "x".repeat(20_001) }), "too_long", "/prompt"],
    ["a category that is no text", '{"prompt":"P","category":["a"]}', "not_text", "/category"],
    ["NUL in a source", '{"prompt":"P","source":"\\u0000"}', "bad_character", "/source"],
    ["an IR that is no JSON", '{"prompt":"P","ir":"return 1"}', "ir_unreadable", "/ir"],
    ["a fenced IR", '{"prompt":"P","ir":"```json\\n{}\\n```"}', "ir_unreadable", "/ir"],
    ["two IRs", '{"prompt":"P","ir":{},"ir_output":{}}', "two_irs", "/ir_output"],
    ["a negative", '{"prompt":"P","ir":{},"label":"bad"}', "negative_example", "/label"],
    ["no function", '{"prompt":"P","test_cases":[]}', "no_function_name", null],
    [
      "bad test cases",
      '{"prompt":"P","function_name":"f","test_cases":[[[],1],[1]]}',
      "bad_test_cases",
      "/test_cases/1",
    ],
    [
      "test cases that are no JSON",
      '{"prompt":"P","function_name":"f","test_cases":"x"}',
      "bad_test_cases",
      "/test_cases",
    ],
    [
      "a nested bad prompt",
      '{"result":{"prompt":{"prompt":""}}}',
      "prompt_blank",
      "/result/prompt/prompt",
    ],
  ])("%s", (_, json, code, path) => {
    const { record, issues } = read(json);
    expect(record).toBeNull();
    expect(issues).toMatchObject([{ severity: "error", code, path }]);
    // What to do about it, as a sentence.
    expect(issues[0]?.message).toMatch(/^[A-Z`].+\.$/s);
  });

  it("says where a record of several lines is bad", () => {
    expect(read('{\n "prompt": "P",\n "ir": oops\n}').issues[0]?.message).toContain(
      "line 9, column 8",
    );
    expect(read('{"prompt": oops}').issues[0]?.message).toContain("column 12");
  });

  it("refuses bytes that are not UTF-8", () => {
    const content = Buffer.concat([
      Buffer.from('{"prompt":"a'),
      Buffer.from([0xe9]),
      Buffer.from('"}'),
    ]);
    const { record, issues } = readRecord({ line: 1, endOffset: 0, content }, readJsonFields);
    expect(record).toBeNull();
    expect(issues).toMatchObject([{ code: "not_utf8" }]);
  });

  it("refuses 100,000 levels, in the record and in an IR", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(codes(`{"prompt":"P","ir":${deep}}`)).toEqual(["error too_deep"]);
    expect(codes(`{"prompt":"P","x":${deep}}`)).toEqual(["error too_deep"]);
    expect(codes(JSON.stringify({ prompt: "P", ir: deep }))).toEqual(["error ir_unreadable"]);
  });

  it("refuses an IR one level too deep for the reader of IRs", () => {
    const deep = '{"a":'.repeat(65) + "1" + "}".repeat(65);
    expect(codes(`{"prompt":"P","ir":${deep}}`)).toEqual(["error ir_unreadable"]);
  });
});

describe("odd keys", () => {
  it("warns of a key that is there twice and takes the last, as JSON.parse does", () => {
    const { record, issues } = read('{"prompt":"P","prompt":"Q"}');
    expect(record?.prompt.text).toBe("Q");
    expect(issues).toMatchObject([{ severity: "warning", code: "duplicate_key", path: "/prompt" }]);
  });

  it("warns of a key that is twice in the IR, once", () => {
    expect(codes(`{"prompt":"P","ir":{"signature":1,${irText.slice(1)}}`)).toEqual([
      "warning ir_duplicate_key",
    ]);
  });

  it("is not touched by a prototype key", () => {
    const json =
      '{"prompt":"P","__proto__":{"category":"evil"},"constructor":{"prototype":{"x":1}}}';
    const { record, issues, ignored } = read(json);
    expect(record?.prompt.category).toBeNull();
    expect(issues).toMatchObject([
      { severity: "warning", code: "prototype_key", path: "/__proto__" },
    ]);
    expect(ignored).toEqual(["/__proto__", "/constructor"]);
    expect("category" in {} || "x" in {}).toBe(false);
  });

  it("reports a prototype key in an IR and keeps it in the text", () => {
    const raw = '{"__proto__":{"isSchemaValid":true}}';
    const { record, issues } = read(`{"prompt":"P","ir":${raw}}`);
    expect(record?.ir).toMatchObject({ raw, isSchemaValid: false });
    expect(issues.map(({ code }) => code)).toContain("ir_schema_invalid");
  });
});

describe("csv rows", () => {
  const columns = new CsvColumns('Prompt, category ,ir,"my id",', ",");
  const readRow = (row: string) =>
    readRecord({ line: 2, endOffset: 0, content: Buffer.from(row) }, (text) =>
      columns.readRow(text),
    );

  it("reads fields, quoted or not", () => {
    const { record, issues, ignored } = readRow(
      `"Say ""hi"", twice",c,"${irText.replaceAll('"', '""')}",1,`,
    );
    expect(record).toMatchObject({
      prompt: { text: 'Say "hi", twice', category: "c", source: null },
      ir: { raw: irText },
    });
    expect([issues, ignored]).toEqual([[], ["/my id"]]);
  });

  it.each([
    ["too few fields", "P,c", "wrong_field_count"],
    ["too many fields", "P,c,,,,,", "wrong_field_count"],
    ["no prompt", " ,c,,,", "no_prompt"],
    ["a bad IR", "P,c,{,,", "ir_unreadable"],
  ])("refuses %s", (_, row, code) => {
    expect(readRow(row)).toMatchObject({ record: null, issues: [{ code }] });
  });

  it("refuses a header that it cannot use", () => {
    expect(() => new CsvColumns("text,category", ",")).toThrow("Found: `text`, `category`.");
    expect(() => new CsvColumns("prompt,Prompt", ",")).toThrow("two columns `prompt`");
  });
});

describe("what a prompt is run with", () => {
  const source = "def f(x):\n    return x\n";

  it("is read beside the IR", () => {
    const inputs = [["1", "[True, None]"], []];
    const { record, issues, ignored } = readValue({ prompt: "P", implementation: source, inputs });
    expect(record).toMatchObject({ implementation: { source }, inputs });
    expect([issues, ignored]).toEqual([[], []]);
  });

  it("is read from CSV", () => {
    const columns = new CsvColumns("prompt,implementation,inputs", ",");
    const row = `P,"${source}","[[""1""]]"`;
    const { record } = readRecord({ line: 2, endOffset: 0, content: Buffer.from(row) }, (text) =>
      columns.readRow(text),
    );
    expect(record).toMatchObject({ implementation: { source }, inputs: [["1"]] });
  });

  it.each<[string, unknown, string, string]>([
    ["implementation", 5, "not_text", "/implementation"],
    ["implementation", "x".repeat(20_001), "too_long", "/implementation"],
    ["implementation", "é".repeat(10_001), "too_long", "/implementation"],
    ["implementation", "x\0", "bad_character", "/implementation"],
    ["inputs", "no JSON", "bad_inputs", "/inputs"],
    ["inputs", { a: 1 }, "bad_inputs", "/inputs"],
    ["inputs", [["1"], "2"], "bad_inputs", "/inputs/1"],
    ["inputs", [["1", 2]], "bad_inputs", "/inputs/0/1"],
    ["inputs", [["\ud800"]], "bad_character", "/inputs/0/0"],
    ["inputs", [["x".repeat(2_001)]], "too_long", "/inputs/0/0"],
    ["inputs", Array.from({ length: 201 }, () => ["1"]), "too_many_inputs", "/inputs"],
    ["inputs", [Array.from({ length: 21 }, () => "1")], "too_many_inputs", "/inputs/0"],
  ])("is left out with a warning where it is bad: %s (%#)", (name, value, code, path) => {
    const { record, issues } = readValue({ prompt: "P", ir: IR, [name]: value });
    expect(record?.ir?.raw).toBe(irText);
    expect(record).toMatchObject({ implementation: null, inputs: null });
    expect(issues).toEqual([expect.objectContaining({ severity: "warning", code, path })]);
    expect(issues[0]?.message).toMatch(/The rest of the record was imported without it\.$/);
  });
});
