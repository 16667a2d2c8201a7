import type { editor } from "monaco-editor/editor/editor.api.js";
import { JSON_COLORS } from "../json/json-colors";
import { DARK, GRAY, TONES } from "../theme/palette";

export const THEME_NAMES = { light: "foundry-light", dark: "foundry-dark" } as const;

interface ThemeApi {
  editor: { defineTheme: (name: string, theme: editor.IStandaloneThemeData) => void };
}

export function defineThemes(monaco: ThemeApi): void {
  monaco.editor.defineTheme(THEME_NAMES.light, makeTheme("light"));
  monaco.editor.defineTheme(THEME_NAMES.dark, makeTheme("dark"));
}

function makeTheme(scheme: "light" | "dark"): editor.IStandaloneThemeData {
  return {
    base: scheme === "light" ? "vs" : "vs-dark",
    inherit: true,
    rules: makeRules(scheme),
    colors: scheme === "light" ? lightColors() : darkColors(),
  };
}

function makeRules(scheme: "light" | "dark"): editor.ITokenThemeRule[] {
  const colors = JSON_COLORS[scheme];
  const tokens: [token: string, color: string][] = [
    ["string.key.json", colors.key],
    ["string.value.json", colors.string],
    ["number.json", colors.number],
    ["keyword.json", colors.word],
    ["delimiter", colors.punctuation],
  ];
  return tokens.map(([token, color]) => ({ token, foreground: color.slice(1) }));
}

/** Brackets are punctuation: six colours of their own would outshine the text between them. */
function bracketColors(color: string): editor.IColors {
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, color]),
  );
}

function lightColors(): editor.IColors {
  return {
    ...bracketColors(JSON_COLORS.light.punctuation),
    "editor.background": "#ffffff",
    "editor.foreground": GRAY[9],
    "editorLineNumber.foreground": GRAY[5],
    "editorLineNumber.activeForeground": GRAY[7],
    "editor.lineHighlightBackground": GRAY[0],
    "editor.lineHighlightBorder": "#00000000",
    "editor.selectionBackground": "#cfe0f8",
    "editorIndentGuide.background1": GRAY[1],
    "editorIndentGuide.activeBackground1": GRAY[3],
    "editorError.foreground": TONES.rejected.light.solid,
    "editorWarning.foreground": TONES.warning.light.solid,
    "editorInfo.foreground": TONES.corrected.light.solid,
    "editorWidget.background": "#ffffff",
    "editorWidget.border": GRAY[3],
    "editorHoverWidget.background": "#ffffff",
    "editorHoverWidget.border": GRAY[3],
    "editorSuggestWidget.background": "#ffffff",
    "editorSuggestWidget.border": GRAY[3],
    "editorSuggestWidget.selectedBackground": GRAY[2],
    "editorSuggestWidget.selectedForeground": GRAY[9],
    "editorSuggestWidget.selectedIconForeground": GRAY[7],
    "editorSuggestWidget.highlightForeground": TONES.corrected.light.text,
    "editorSuggestWidget.focusHighlightForeground": TONES.corrected.light.text,
    "list.hoverBackground": GRAY[1],
    "scrollbarSlider.background": "#1a1c2122",
    focusBorder: "#00000000",
  };
}

function darkColors(): editor.IColors {
  return {
    ...bracketColors(JSON_COLORS.dark.punctuation),
    "editor.background": DARK[7],
    "editor.foreground": DARK[0],
    "editorLineNumber.foreground": "#5d616c",
    "editorLineNumber.activeForeground": DARK[2],
    "editor.lineHighlightBackground": "#191a1f",
    "editor.lineHighlightBorder": "#00000000",
    "editor.selectionBackground": "#25436b",
    "editorIndentGuide.background1": "#1f2126",
    "editorIndentGuide.activeBackground1": DARK[4],
    "editorError.foreground": TONES.rejected.dark.solid,
    "editorWarning.foreground": TONES.warning.dark.solid,
    "editorInfo.foreground": TONES.corrected.dark.solid,
    "editorWidget.background": "#17181d",
    "editorWidget.border": "#33363e",
    "editorHoverWidget.background": "#17181d",
    "editorHoverWidget.border": "#33363e",
    "editorSuggestWidget.background": "#17181d",
    "editorSuggestWidget.border": "#33363e",
    "editorSuggestWidget.selectedBackground": DARK[4],
    "editorSuggestWidget.selectedForeground": DARK[0],
    "editorSuggestWidget.selectedIconForeground": DARK[2],
    "editorSuggestWidget.highlightForeground": TONES.corrected.dark.text,
    "editorSuggestWidget.focusHighlightForeground": TONES.corrected.dark.text,
    "list.hoverBackground": DARK[5],
    "scrollbarSlider.background": "#e4e5e922",
    focusBorder: "#00000000",
  };
}
