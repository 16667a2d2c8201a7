import type { languages } from "monaco-editor/editor/editor.api.js";
import { monaco } from "./monaco";

export const JSON_LANGUAGE = "json";

const PAIRS = [
  { open: "{", close: "}", notIn: ["string"] },
  { open: "[", close: "]", notIn: ["string"] },
  { open: '"', close: '"', notIn: ["string"] },
];

const CONFIGURATION: languages.LanguageConfiguration = {
  wordPattern: /-?\d*\.\d\w*|[^[{\]}:",\s]+/g,
  brackets: [
    ["{", "}"],
    ["[", "]"],
  ],
  autoClosingPairs: PAIRS,
};

/**
 * Each line by itself: while a quotation mark is being typed, the lines below keep their colours,
 * which the editor's own JSON tokens do not.
 */
const TOKENS: languages.IMonarchLanguage = {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, "string.key.json"],
      [/"(?:[^"\\]|\\.)*"?/, "string.value.json"],
      [/-?\d[\d.eE+-]*/, "number.json"],
      [/\b(?:true|false|null)\b/, "keyword.json"],
      [/[{}[\]]/, "delimiter.bracket.json"],
      [/[:,]/, "delimiter.json"],
    ],
  },
};

/** Colours, brackets and words of JSON; what the text may say comes with its schema. */
export function registerJsonLanguage(): void {
  monaco.languages.register({ id: JSON_LANGUAGE });
  monaco.languages.setLanguageConfiguration(JSON_LANGUAGE, CONFIGURATION);
  monaco.languages.setMonarchTokensProvider(JSON_LANGUAGE, TOKENS);
}
