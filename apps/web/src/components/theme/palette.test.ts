import { describe, expect, it } from "vitest";
import { TONES } from "./palette";

/** Page and raised panel of each scheme, as css-variables.ts sets them. */
const SURFACES = { light: ["#ffffff"], dark: ["#131418", "#17181d"] };

/** Relative luminance of WCAG 2.2, from "#rrggbb". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const cases = Object.entries(TONES).flatMap(([name, { light, dark }]) => [
  { name, scheme: "light" as const, tone: light },
  { name, scheme: "dark" as const, tone: dark },
]);

describe.each(cases)("$name on $scheme", ({ scheme, tone }) => {
  it("has words that can be read on the page and on its own soft background", () => {
    for (const surface of [...SURFACES[scheme], tone.soft]) {
      expect(contrast(tone.text, surface)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("has bars and icons that can be told from what they lie on", () => {
    for (const surface of [...SURFACES[scheme], tone.soft]) {
      expect(contrast(tone.solid, surface)).toBeGreaterThanOrEqual(3);
    }
  });

  it("carries white text on a button", () => {
    expect(contrast("#ffffff", tone.strong)).toBeGreaterThanOrEqual(4.5);
  });
});
