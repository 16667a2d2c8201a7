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
    text: "Two fields only, as trainers for supervised fine-tuning read them: what goes in, and what should come out.",
    example: '{"prompt": "Return the longer of two strings.", "completion": "{\\"intent\\": {…}, \\"signature\\": {…}}"}',
  },
];
