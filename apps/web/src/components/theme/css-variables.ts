import type { CSSVariablesResolver } from "@mantine/core";
import { DARK, GRAY, TONES, type Tone, type ToneName } from "./palette";

/** Names that our own style sheets use, and Mantine's names for the same colour, so both agree. */
function toneVariables(name: string, tone: Tone): Record<string, string> {
  return {
    [`--${name}-solid`]: tone.solid,
    [`--${name}-strong`]: tone.strong,
    [`--${name}-text`]: tone.text,
    [`--${name}-soft`]: tone.soft,
    [`--mantine-color-${name}-filled`]: tone.strong,
    [`--mantine-color-${name}-filled-hover`]: `color-mix(in srgb, ${tone.strong} 88%, black)`,
    [`--mantine-color-${name}-text`]: tone.text,
    [`--mantine-color-${name}-light`]: tone.soft,
    [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${tone.soft} 82%, ${tone.solid})`,
    [`--mantine-color-${name}-light-color`]: tone.text,
    [`--mantine-color-${name}-outline`]: tone.text,
    [`--mantine-color-${name}-outline-hover`]: tone.soft,
  };
}

/** Ink is the primary colour: black on light, white on dark, so that hue is left to mean state. */
function inkVariables(
  ink: string,
  hover: string,
  soft: string,
  softHover: string,
  contrast: string,
) {
  return {
    "--mantine-primary-color-contrast": contrast,
    "--mantine-color-anchor": ink,
    "--mantine-color-ink-filled": ink,
    "--mantine-color-ink-filled-hover": hover,
    "--mantine-color-ink-text": ink,
    "--mantine-color-ink-light": soft,
    "--mantine-color-ink-light-hover": softHover,
    "--mantine-color-ink-light-color": ink,
    "--mantine-color-ink-outline": ink,
    "--mantine-color-ink-outline-hover": soft,
    "--ink": ink,
    "--ink-contrast": contrast,
  };
}

function allTones(scheme: "light" | "dark"): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const name of Object.keys(TONES) as ToneName[]) {
    Object.assign(variables, toneVariables(name, TONES[name][scheme]));
  }
  return variables;
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...allTones("light"),
    ...inkVariables(GRAY[9], "#33363f", GRAY[1], GRAY[2], "#ffffff"),
    "--mantine-color-text": GRAY[9],
    "--mantine-color-dimmed": "#5d616c",
    "--mantine-color-placeholder": "#70747f",
    "--mantine-color-error": TONES.rejected.light.text,
    "--mantine-color-default-border": GRAY[4],
    "--mantine-color-default-hover": GRAY[0],
    "--surface-page": "#ffffff",
    "--surface-raised": "#ffffff",
    "--surface-sunken": GRAY[0],
    "--surface-hover": GRAY[1],
    "--surface-selected": GRAY[2],
    "--line": GRAY[2],
    "--line-strong": GRAY[3],
    "--pending-solid": GRAY[4],
    "--brand-mark": "#5fd394",
  },
  dark: {
    ...allTones("dark"),
    ...inkVariables(DARK[0], "#ffffff", DARK[5], DARK[4], DARK[8]),
    "--mantine-color-text": DARK[0],
    "--mantine-color-dimmed": DARK[2],
    "--mantine-color-placeholder": "#868a95",
    "--mantine-color-error": TONES.rejected.dark.text,
    "--mantine-color-default-border": "#3c404a",
    "--surface-page": DARK[7],
    "--surface-raised": "#17181d",
    "--surface-sunken": DARK[8],
    "--surface-hover": DARK[6],
    "--surface-selected": DARK[5],
    "--line": "#24262c",
    "--line-strong": "#33363e",
    "--pending-solid": "#454952",
    "--brand-mark": TONES.accepted.dark.strong,
  },
});
