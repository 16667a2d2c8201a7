import { readJsonTokens } from "./read-json-tokens";

/** How a JSON text uses white space; the tokens themselves are never touched. */
export interface JsonStyle {
  /** Null writes everything on one line. */
  indent: string | null;
  colon: ":" | ": ";
  comma: "," | ", ";
  /** Containers of scalars that fit within this many columns stay on one line. */
  inlineWidth: number;
}

const OPENING = new Set(["{", "["]);
const CLOSING = new Set(["}", "]"]);

/**
 * Writes a valid JSON text with other white space. Strings, numbers, key order and duplicate keys
 * stay character for character, which `JSON.parse` and `JSON.stringify` would not keep.
 */
export function writeJson(text: string, style: JsonStyle): string {
  const tokens = readJsonTokens(text)
    .filter((token) => token.kind !== "space")
    .map((token) => text.slice(token.start, token.end));
  return style.indent === null ? joinInline(tokens, style) : new LineWriter(tokens, style).write();
}

function joinInline(tokens: readonly string[], { colon, comma }: JsonStyle): string {
  return tokens.map((token) => (token === ":" ? colon : token === "," ? comma : token)).join("");
}

class LineWriter {
  private output = "";
  private depth = 0;
  private column = 0;
  private readonly tokens: readonly string[];
  private readonly style: JsonStyle;

  constructor(tokens: readonly string[], style: JsonStyle) {
    this.tokens = tokens;
    this.style = style;
  }

  write(): string {
    for (let index = 0; index < this.tokens.length; index += 1) {
      const token = this.tokens[index] ?? "";
      if (OPENING.has(token)) index = this.openContainer(index);
      else if (CLOSING.has(token)) this.closeContainer(token);
      else if (token === ",") this.breakLine(",");
      else this.put(token === ":" ? ": " : token);
    }
    return this.output;
  }

  /** @returns index of the last token written */
  private openContainer(index: number): number {
    const opening = this.tokens[index] ?? "";
    if (CLOSING.has(this.tokens[index + 1] ?? "")) {
      this.put(opening + (this.tokens[index + 1] ?? ""));
      return index + 1;
    }
    const inline = this.readInline(index);
    if (inline !== null) {
      this.put(inline.text);
      return inline.lastIndex;
    }
    this.depth += 1;
    this.breakLine(opening);
    return index;
  }

  /** The container on one line, when it holds scalars alone and fits. */
  private readInline(index: number): { text: string; lastIndex: number } | null {
    const opening = this.tokens[index] ?? "";
    let text = opening === "{" ? "{ " : "[";
    for (let at = index + 1; at < this.tokens.length; at += 1) {
      const token = this.tokens[at] ?? "";
      if (OPENING.has(token) && CLOSING.has(this.tokens[at + 1] ?? "")) {
        text += token + (this.tokens[at + 1] ?? "");
        at += 1;
      } else if (OPENING.has(token)) return null;
      else if (CLOSING.has(token)) {
        return { text: text + (opening === "{" ? " }" : "]"), lastIndex: at };
      } else text += token === "," ? ", " : token === ":" ? ": " : token;
      if (this.column + text.length > this.style.inlineWidth) return null;
    }
    return null;
  }

  private closeContainer(token: string): void {
    this.depth -= 1;
    this.breakLine("");
    this.put(token);
  }

  private breakLine(last: string): void {
    const indent = (this.style.indent ?? "").repeat(Math.max(0, this.depth));
    this.output += `${last}\n${indent}`;
    this.column = indent.length;
  }

  private put(text: string): void {
    this.output += text;
    this.column += text.length;
  }
}
