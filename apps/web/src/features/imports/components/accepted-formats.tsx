"use client";

import { Accordion } from "@mantine/core";
import classes from "./accepted-formats.module.css";

interface FormatExample {
  id: string;
  title: string;
  text: string;
  example: string;
}

const FORMATS: FormatExample[] = [
  {
    id: "jsonl",
    title: "JSONL: one prompt with its IR on each line",
    text: "Category, complexity and source are optional. The IR may be an object or a string that holds JSON. A line without an IR is kept as a prompt.",
    example:
      '{"prompt": "Return the longer of two strings; on a tie, the first.", "category": "string_manipulation", "complexity": "easy", "ir": {"intent": {"summary": "Pick the longer of two strings"}, "signature": {"name": "longer", "parameters": [{"name": "a", "type_hint": "str"}, {"name": "b", "type_hint": "str"}], "returns": "str"}}}',
  },
  {
    id: "json",
    title: "JSON: an array of the same records",
    text: "Read as a stream, so a large array needs no more memory than a small one.",
    example:
      '[\n  {"prompt": "Count the vowels of a string.", "category": "string_manipulation"},\n  {"prompt": "Return the absolute value.", "ir": {"intent": {…}, "signature": {…}}}\n]',
  },
  {
    id: "csv",
    title: "CSV: a header, then one prompt in each row",
    text: "Quoted fields may hold commas, quotes and line breaks. An ir column holds the IR as JSON.",
    example:
      'prompt,category,complexity,source\n"Return ""too short"" when the text has fewer than 3 characters.",string_manipulation,easy,handwritten',
  },
  {
    id: "results",
    title: "Benchmark results: prompt beside ir_output",
    text: "The prompt may be nested; the IR is taken from ir_output.",
    example:
      '{"test": {"name": "clamp_number", "prompt": "Clamp a number to a range."}, "ir_output": {"intent": {…}, "signature": {…}}}',
  },
  {
    id: "cases",
    title: "Benchmark cases: prompts with test cases",
    text: "Kept for evaluation and never part of the training data.",
    example:
      '{"name": "clamp_number", "category": "mathematical", "complexity": "easy", "prompt": "Clamp a number to a range.", "function_name": "clamp", "test_cases": [[[5, 0, 3], 3]]}',
  },
];

/** Which files the import takes, each with a small example. */
export function AcceptedFormats() {
  return (
    <Accordion
      variant="default"
      classNames={{
        control: classes.control ?? "",
        item: classes.item ?? "",
        panel: classes.panel ?? "",
      }}
    >
      {FORMATS.map(({ id, title, text, example }) => (
        <Accordion.Item key={id} value={id}>
          <Accordion.Control>{title}</Accordion.Control>
          <Accordion.Panel>
            <p>{text}</p>
            <pre>{example}</pre>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
