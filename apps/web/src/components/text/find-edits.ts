import { diffLines } from "./diff-lines";

/** Replaces a range of a text; offsets in UTF-16 code units of the text before all edits. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** What turns one text into the other, line by line and no wider than what differs. */
export function findEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: TextEdit | null = null;
  for (const line of diffLines(before, after)) {
    const written = `${line.text}\n`;
    if (line.kind === "same") {
      if (open !== null) edits.push(open);
      open = null;
      at += written.length;
      continue;
    }
    open ??= { start: at, end: at, text: "" };
    if (line.kind === "added") open.text += written;
    else {
      at += written.length;
      open.end = at;
    }
  }
  if (open !== null) edits.push(open);
  return edits.map((edit) => trimEdit(before, keepInside(before, edit)));
}

/** The last line has no line break of its own, so an edit of it takes the one before. */
function keepInside(before: string, edit: TextEdit): TextEdit {
  const { start, end, text } = edit;
  if (end <= before.length) return edit;
  if (start === 0) return { start, end: before.length, text: text.slice(0, -1) };
  const moved = text === "" ? "" : `\n${text.slice(0, -1)}`;
  return { start: start - 1, end: before.length, text: moved };
}

function trimEdit(before: string, { start, end, text }: TextEdit): TextEdit {
  let from = start;
  let skipped = 0;
  while (from < end && skipped < text.length && before[from] === text[skipped]) {
    from += 1;
    skipped += 1;
  }
  let to = end;
  let last = text.length;
  while (to > from && last > skipped && before[to - 1] === text[last - 1]) {
    to -= 1;
    last -= 1;
  }
  return { start: from, end: to, text: text.slice(skipped, last) };
}
