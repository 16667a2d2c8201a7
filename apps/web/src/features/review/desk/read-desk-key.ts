/** What a key on the desk does. */
export type DeskKey =
  | {
      action:
        | "main"
        | "edit"
        | "reject"
        | "skip"
        | "undo"
        | "note"
        | "next_finding"
        | "previous_finding"
        | "fix"
        | "dismiss"
        | "restore"
        | "undo_edit"
        | "evidence"
        | "prompt"
        | "changes"
        | "candidates"
        | "keys";
    }
  | { action: "check"; index: number };

export interface KeyPress {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  /** The focus is where letters are typed. */
  isTyping: boolean;
}

const LETTERS: Record<string, DeskKey["action"]> = {
  a: "main",
  e: "edit",
  r: "reject",
  s: "skip",
  u: "undo",
  c: "note",
  g: "next_finding",
  x: "dismiss",
  v: "evidence",
  p: "prompt",
  d: "changes",
  o: "candidates",
};

const SHIFTED: Record<string, DeskKey["action"]> = { g: "previous_finding", x: "restore" };

const CHECKS = 4;

/**
 * The meaning of a key press on the desk, or null. A key that is held down decides nothing: each
 * verdict takes a press of its own.
 */
export function readDeskKey(press: KeyPress): DeskKey | null {
  if (press.altKey || press.repeat) return null;
  if (press.ctrlKey || press.metaKey) return readCommandKey(press);
  if (press.isTyping) return null;
  if (press.key === ".") return { action: "fix" };
  if (press.key === "?") return { action: "keys" };
  const digit = /^[1-9]$/.test(press.key) ? Number(press.key) : 0;
  if (digit >= 1 && digit <= CHECKS) return { action: "check", index: digit - 1 };
  const letter = readLetter(press);
  const action = (press.shiftKey ? SHIFTED[letter] : undefined) ?? LETTERS[letter];
  return action === undefined || action === "check" ? null : { action };
}

function readCommandKey(press: KeyPress): DeskKey | null {
  if (press.key === "Enter") return { action: "main" };
  const isUndo = !press.isTyping && !press.shiftKey && readLetter(press) === "z";
  return isUndo ? { action: "undo_edit" } : null;
}

/** A keyboard without Latin letters is read by the place of the key. */
function readLetter({ key, code }: KeyPress): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isForeignLetter = key.length === 1 && /\p{L}/u.test(key);
  return isForeignLetter && code.startsWith("Key") ? code.slice(3).toLowerCase() : "";
}
