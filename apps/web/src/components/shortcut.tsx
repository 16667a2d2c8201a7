"use client";

import { useSyncExternalStore } from "react";
import classes from "./shortcut.module.css";

const neverChanges = () => () => undefined;
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys in small print: `keys={["mod", "K"]}` shows ⌘ on Apple machines and Ctrl elsewhere. */
export function Shortcut({ keys }: { keys: string[] }) {
  const hasCommandKey = useSyncExternalStore(neverChanges, isApple, () => false);
  const names = keys.map((key) => (key === "mod" ? (hasCommandKey ? "⌘" : "Ctrl") : key));
  return (
    <span className={classes.keys}>
      {names.map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}
