import { describe, expect, it } from "vitest";
import { type KeyPress, readDeskKey } from "./read-desk-key";

const press = (changes: Partial<KeyPress>): KeyPress => ({
  key: "",
  code: "",
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isTyping: false,
  ...changes,
});

describe("readDeskKey", () => {
  it.each([
    ["a", "main"],
    ["A", "main"],
    ["e", "edit"],
    ["r", "reject"],
    ["s", "skip"],
    ["u", "undo"],
    ["c", "note"],
    ["g", "next_finding"],
    ["d", "changes"],
    ["o", "candidates"],
    [".", "fix"],
    ["x", "dismiss"],
    ["v", "evidence"],
    ["p", "prompt"],
    ["?", "keys"],
  ])("%s means %s", (key, action) => {
    expect(readDeskKey(press({ key }))).toEqual({ action });
  });

  it.each<[string, Partial<KeyPress>, string]>([
    ["Shift+G", { key: "G", shiftKey: true }, "previous_finding"],
    ["Shift+X", { key: "X", shiftKey: true }, "restore"],
    ["Shift+A", { key: "A", shiftKey: true }, "main"],
    ["Ctrl+Z outside the editor", { key: "z", ctrlKey: true }, "undo_edit"],
  ])("%s is told apart", (_name, keys, action) => {
    expect(readDeskKey(press(keys))).toEqual({ action });
  });

  it.each([1, 2, 3, 4])("%d ticks its point", (digit) => {
    expect(readDeskKey(press({ key: String(digit) }))).toEqual({
      action: "check",
      index: digit - 1,
    });
  });

  it.each<[string, Partial<KeyPress>]>([
    ["a letter in a text field", { key: "a", isTyping: true }],
    ["a full stop in a text field", { key: ".", isTyping: true }],
    ["Ctrl+. which is the editor's", { key: ".", ctrlKey: true, isTyping: true }],
    ["Ctrl+Z in a text field", { key: "z", ctrlKey: true, isTyping: true }],
    ["a held key", { key: "a", repeat: true }],
    ["a held Ctrl+Enter", { key: "Enter", ctrlKey: true, repeat: true }],
    ["the browser's own keys", { key: "r", ctrlKey: true }],
    ["a command of the system", { key: "s", metaKey: true }],
    ["a menu key", { key: "e", altKey: true }],
    ["Backspace", { key: "Backspace" }],
    ["Enter alone", { key: "Enter" }],
    ["a fifth point", { key: "5" }],
    ["a letter without a meaning", { key: "q" }],
  ])("%s means nothing", (_name, changes) => {
    expect(readDeskKey(press(changes))).toBeNull();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])(
    "%j and Enter give the verdict, even while typing",
    (modifier) => {
      expect(readDeskKey(press({ key: "Enter", isTyping: true, ...modifier }))).toEqual({
        action: "main",
      });
    },
  );

  it("reads keyboards without Latin letters by the place of the key", () => {
    expect(readDeskKey(press({ key: "ф", code: "KeyA" }))).toEqual({ action: "main" });
  });
});
