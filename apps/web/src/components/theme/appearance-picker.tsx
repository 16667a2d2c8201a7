"use client";

import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";
import classes from "./appearance-picker.module.css";
import { readColorScheme } from "./read-color-scheme";

const neverChanges = () => () => undefined;

function option(value: string, label: string, icon: ReactNode) {
  return {
    value,
    label: (
      <span className={classes.option}>
        {icon}
        {label}
      </span>
    ),
  };
}

/** The choice is kept in this browser, which the server cannot read; so it is shown after hydration. */
export function AppearancePicker() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isHydrated = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <SegmentedControl
      aria-label="Appearance"
      value={isHydrated ? colorScheme : "auto"}
      onChange={(value) => setColorScheme(readColorScheme(value))}
      data={[
        option("light", "Light", <IconSun size={16} stroke={1.6} aria-hidden />),
        option("dark", "Dark", <IconMoon size={16} stroke={1.6} aria-hidden />),
        option("auto", "Same as system", <IconDeviceDesktop size={16} stroke={1.6} aria-hidden />),
      ]}
    />
  );
}
