"use client";

import {
  colorsTuple,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from "@mantine/core";
import { DARK, GRAY, TONES } from "./palette";

/** Filled ink is white on dark, so its text turns with the scheme; every other colour keeps white text. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.color === "ink" && input.variant === "filled") {
    return { ...colors, color: "var(--ink-contrast)" };
  }
  return colors;
};

const quick = { transitionProps: { duration: 100 } };

/** One type scale, 4 px spacing steps, one radius, system fonts. */
export const theme = createTheme({
  primaryColor: "ink",
  variantColorResolver,
  white: "#ffffff",
  black: GRAY[9],
  colors: {
    gray: [...GRAY],
    dark: [...DARK],
    ink: [...GRAY],
    accepted: colorsTuple(TONES.accepted.light.strong),
    corrected: colorsTuple(TONES.corrected.light.strong),
    rejected: colorsTuple(TONES.rejected.light.strong),
    skipped: colorsTuple(TONES.skipped.light.strong),
    disputed: colorsTuple(TONES.disputed.light.strong),
    warning: colorsTuple(TONES.warning.light.strong),
  },
  defaultRadius: "sm",
  radius: { xs: "4px", sm: "6px", md: "6px", lg: "8px", xl: "12px" },
  fontFamily:
    '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace',
  fontWeights: { regular: "400", medium: "500", bold: "600" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.3" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.25rem", lineHeight: "1.3" },
      h2: { fontSize: "1rem", lineHeight: "1.4" },
      h3: { fontSize: "0.875rem", lineHeight: "1.45" },
      h4: { fontSize: "0.8125rem", lineHeight: "1.45" },
    },
  },
  shadows: {
    xs: "0 1px 2px rgba(15, 17, 21, 0.06)",
    sm: "0 1px 3px rgba(15, 17, 21, 0.08)",
    md: "0 4px 16px rgba(15, 17, 21, 0.12)",
    lg: "0 8px 28px rgba(15, 17, 21, 0.16)",
    xl: "0 16px 48px rgba(15, 17, 21, 0.22)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Menu: { defaultProps: { ...quick, shadow: "md" } },
    Popover: { defaultProps: { ...quick, shadow: "md" } },
    Select: { defaultProps: { comboboxProps: { ...quick, shadow: "md" }, allowDeselect: false } },
    Tooltip: { defaultProps: { ...quick, openDelay: 350, fz: "xs" } },
    Modal: {
      defaultProps: {
        ...quick,
        centered: true,
        padding: "lg",
        radius: "lg",
        overlayProps: { backgroundOpacity: 0.4 },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
    Table: { defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md", tabularNums: true } },
    PasswordInput: {
      defaultProps: { visibilityToggleButtonProps: { "aria-label": "Show or hide the password" } },
    },
  },
});
