import type { MantineColorScheme } from "@mantine/core";

/** Narrows a control's value; anything unknown follows the system. */
export function readColorScheme(value: string): MantineColorScheme {
  return value === "light" || value === "dark" ? value : "auto";
}
