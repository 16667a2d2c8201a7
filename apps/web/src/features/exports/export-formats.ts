import type { ExportFormat } from "@foundry/core/exports/export.schema";

export interface ExportFormatText {
  format: ExportFormat;
  title: string;
  text: string;
  example: string;
}

/** What each format is for, with one line of it. */
export const EXPORT_FORMAT_TEXTS: ExportFormatText[] = [
  {
    format: "original",
    title: "Original JSONL",
    text: "The project's own format: the prompt, the IR as text, and a label that says it is good. Importing it again adds nothing twice.",
    example:
      '{"prompt": "Return the longer of two strings.", "completion": "{\\"intent\\": {…}, \\"signature\\": {…}}", "label": "good"}',
  },
  {
    format: "prompt-completion",
    title: "Prompt–completion JSONL",
    text: "What goes in and what should come out, as trainers for supervised fine-tuning read them; beside it where each sample comes from.",
    example:
      '{"prompt": "Return the longer of two strings.", "completion": "{\\"intent\\": {…}, \\"signature\\": {…}}", "metadata": {"sample_id": 7, "category": "string_manipulation", "complexity": "easy", "review": "accepted", "ir_sha256": "9f2c…"}}',
  },
];
