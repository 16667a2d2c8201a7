/** The two grey scales and the colours of state, each with the one meaning it has everywhere. */
export const GRAY = [
  "#f8f8f9",
  "#f2f2f4",
  "#e9e9ec",
  "#dcdde1",
  "#c8cad0",
  "#9da0aa",
  "#686c77",
  "#4b4f59",
  "#2f323a",
  "#1a1c21",
] as const;

/** Mantine's order for dark schemes: 0 is text, 7 the page, 9 the deepest. */
export const DARK = [
  "#e4e5e9",
  "#c2c4cb",
  "#9a9ea8",
  "#7b7f8a",
  "#2f3239",
  "#26282e",
  "#1b1d21",
  "#131418",
  "#0e0f12",
  "#08090b",
] as const;

export interface Tone {
  /** Bars, icons and dots: at least 3:1 against the page. */
  solid: string;
  /** Background of a button with white text: at least 4.5:1. */
  strong: string;
  /** Words on the page and on `soft`: at least 4.5:1. */
  text: string;
  soft: string;
}

interface TonePair {
  light: Tone;
  dark: Tone;
}

export const TONES = {
  accepted: {
    light: { solid: "#23914f", strong: "#1b7f43", text: "#14693a", soft: "#e5f4eb" },
    dark: { solid: "#3fae6e", strong: "#1b7f43", text: "#72d49c", soft: "#13281c" },
  },
  corrected: {
    light: { solid: "#2b74d8", strong: "#2168cb", text: "#1a55a6", soft: "#e7f0fc" },
    dark: { solid: "#4b8fe9", strong: "#2168cb", text: "#8bbaf7", soft: "#14233a" },
  },
  rejected: {
    light: { solid: "#d64545", strong: "#c93434", text: "#ab2525", soft: "#fcebea" },
    dark: { solid: "#e36464", strong: "#c93434", text: "#f5a0a0", soft: "#341b1c" },
  },
  skipped: {
    light: { solid: "#7d828d", strong: "#646974", text: "#555a65", soft: "#eff0f2" },
    dark: { solid: "#7e838e", strong: "#646974", text: "#b0b4bd", soft: "#24262b" },
  },
  disputed: {
    light: { solid: "#8457de", strong: "#7342d6", text: "#6234bd", soft: "#f1ebfc" },
    dark: { solid: "#9a72f1", strong: "#7342d6", text: "#c0a7f9", soft: "#251d39" },
  },
  warning: {
    light: { solid: "#c27a05", strong: "#986000", text: "#855000", soft: "#fdf3dd" },
    dark: { solid: "#d69a2d", strong: "#986000", text: "#edc06a", soft: "#2f2514" },
  },
} as const satisfies Record<string, TonePair>;

export type ToneName = keyof typeof TONES;
