"use client";

import { useEffect, useRef } from "react";
import { type DeskKey, readDeskKey } from "./read-desk-key";

const TYPING =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], .monaco-editor";
const DIALOG = "[role=dialog], [role=menu], [role=listbox]";
/** Here even Ctrl+Enter in a text field belongs to the form around it. */
const OWN_KEYS = "[data-own-keys]";

/**
 * Gives each key of the desk to `onKey`; keys in text fields, menus and dialogs are theirs.
 *
 * @param isActive false while something else on the desk has the keys
 */
export function useDeskKeys(onKey: (key: DeskKey) => void, isActive = true): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    if (!isActive) return undefined;
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || event.isComposing || target?.closest(DIALOG)) return;
      const { key, code, shiftKey, ctrlKey, metaKey, altKey, repeat } = event;
      const isTyping = target?.closest(TYPING) != null;
      if (isTyping && target?.closest(OWN_KEYS) != null) return;
      const modifiers = { shiftKey, ctrlKey, metaKey, altKey };
      const meaning = readDeskKey({ key, code, ...modifiers, repeat, isTyping });
      if (meaning === null) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(meaning);
    };
    // Before the editor sees it: there Ctrl+Enter would insert a line.
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [isActive]);
}
