/** Colours of JSON, the same in the editor and in read-only views; all at least 4.5:1 on the page. */
export const JSON_COLORS = {
  light: {
    key: "#4b4f59",
    string: "#0b5c55",
    number: "#8a3ea8",
    word: "#8a3ea8",
    punctuation: "#70747f",
  },
  dark: {
    key: "#a9adb8",
    string: "#9fd8cf",
    number: "#d3a6ea",
    word: "#d3a6ea",
    punctuation: "#868a95",
  },
} as const;
