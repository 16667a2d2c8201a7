"use client";

import { useCommands } from "../../../components/frame/commands";
import type { DeskKey } from "./read-desk-key";

const COMMANDS: { key: DeskKey; label: string; letter: string }[] = [
  { key: { action: "main" }, label: "Accept, or save the correction", letter: "A" },
  { key: { action: "edit" }, label: "Edit the IR", letter: "E" },
  { key: { action: "reject" }, label: "Reject the sample", letter: "R" },
  { key: { action: "skip" }, label: "Skip the sample", letter: "S" },
  { key: { action: "undo" }, label: "Take the last verdict back", letter: "U" },
  { key: { action: "next_finding" }, label: "Go to the next finding", letter: "G" },
  { key: { action: "previous_finding" }, label: "Go to the previous finding", letter: "⇧G" },
  { key: { action: "fix" }, label: "Apply the quick fix of the finding", letter: "." },
  { key: { action: "dismiss" }, label: "Call the finding not a problem", letter: "X" },
  { key: { action: "restore" }, label: "Take the last “not a problem” back", letter: "⇧X" },
  { key: { action: "evidence" }, label: "Gather evidence by running Python", letter: "V" },
  { key: { action: "changes" }, label: "Show what you changed", letter: "D" },
  { key: { action: "candidates" }, label: "Compare the other candidates", letter: "O" },
  { key: { action: "keys" }, label: "Show the keys of the desk", letter: "?" },
];

/** The desk's keys by name in the command palette. */
export function useDeskCommands(act: (key: DeskKey) => void): void {
  useCommands(
    COMMANDS.map(({ key, label, letter }) => ({
      id: `desk:${key.action}`,
      label,
      keys: [letter],
      run: () => act(key),
    })),
  );
}
