import { type JsonToken, readJsonTokens } from "./read-json-tokens";
import { mapStringOffset } from "./map-string-offset";

/** Offsets in UTF-16 code units. */
export interface TextRange {
  start: number;
  end: number;
}

/** Where the values of a JSON text stand in it. */
export interface JsonTextIndex {
  /**
   * A scalar with its key if it has one, and of anything larger the key alone. A place that does
   * not exist gives the nearest one above it, so that a missing property leads to its object.
   */
  locate(pointer: string): TextRange;
  /** A range inside the text of a string value, escapes counted; null when no string is there. */
  locateInString(pointer: string, start: number, end: number): TextRange | null;
}

interface Node {
  key: JsonToken | undefined;
  value: JsonToken;
}

interface Frame {
  pointer: string;
  isObject: boolean;
  index: number;
  key: JsonToken | undefined;
  hasValue: boolean;
}

/** Deeper values have no place of their own: no IR goes there, and their pointers would fill the memory. */
const MAX_DEPTH = 100;

/** Reads a text once, token by token, so any text will do, also one that is being typed. */
export function indexJsonText(text: string): JsonTextIndex {
  const nodes = new NodeReader(text).read();
  const read = (token: JsonToken) => text.slice(token.start, token.end);
  return {
    locate(pointer) {
      const node = findNearest(nodes, pointer);
      return node === undefined ? { start: 0, end: 0 } : rangeOf(node, read(node.value));
    },
    locateInString(pointer, start, end) {
      const value = nodes.get(pointer)?.value;
      if (value?.kind !== "string") return null;
      const literal = read(value);
      return {
        start: value.start + mapStringOffset(literal, start),
        end: value.start + mapStringOffset(literal, end),
      };
    },
  };
}

function findNearest(nodes: ReadonlyMap<string, Node>, pointer: string): Node | undefined {
  let at = pointer;
  while (at !== "" && !nodes.has(at)) at = at.slice(0, Math.max(0, at.lastIndexOf("/")));
  return nodes.get(at);
}

/** A container is too large to mark, so its key, or else its bracket, stands for it. */
function rangeOf({ key, value }: Node, written: string): TextRange {
  const first = key ?? value;
  const last = written === "{" || written === "[" ? first : value;
  return { start: first.start, end: last.end };
}

class NodeReader {
  private readonly nodes = new Map<string, Node>();
  private readonly frames: Frame[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(): ReadonlyMap<string, Node> {
    const tokens = readJsonTokens(this.text).filter(({ kind }) => kind !== "space");
    for (const [index, token] of tokens.entries()) {
      const next = tokens[index + 1];
      this.take(token, next !== undefined && this.text[next.start] === ":");
      if (this.frames.length === 0 && this.nodes.has("")) break;
    }
    return this.nodes;
  }

  private take(token: JsonToken, isBeforeColon: boolean): void {
    const frame = this.frames.at(-1);
    const written = token.kind === "punctuation" ? this.text[token.start] : "";
    if (written === ":") return;
    if (written === "}" || written === "]") {
      this.frames.pop();
    } else if (written === "," && frame !== undefined) {
      Object.assign(frame, { index: frame.index + 1, key: undefined, hasValue: false });
    } else if (frame?.isObject === true && isBeforeColon) {
      Object.assign(frame, { key: token, hasValue: false });
    } else {
      const pointer = this.place(token, frame);
      if (written === "{" || written === "[") {
        const isObject = written === "{";
        this.frames.push({ pointer, isObject, index: 0, key: undefined, hasValue: false });
      }
    }
  }

  /** Of two properties with one name the last counts, as for every reader of the IR. */
  private place(token: JsonToken, frame: Frame | undefined): string {
    const key = frame?.key;
    const pointer = this.pointerIn(frame);
    const isPlace = frame === undefined || !frame.isObject || key !== undefined;
    if (isPlace && frame?.hasValue !== true && this.frames.length <= MAX_DEPTH) {
      this.nodes.set(pointer, { key, value: token });
    }
    if (frame !== undefined) frame.hasValue = true;
    return pointer;
  }

  private pointerIn(frame: Frame | undefined): string {
    if (frame === undefined || this.frames.length > MAX_DEPTH) return "";
    if (!frame.isObject) return `${frame.pointer}/${frame.index}`;
    return `${frame.pointer}/${frame.key === undefined ? "" : escapeStep(this.decode(frame.key))}`;
  }

  private decode(key: JsonToken): string {
    const literal = this.text.slice(key.start, key.end);
    if (!literal.includes("\\")) return literal.slice(1, -1);
    try {
      return String(JSON.parse(literal));
    } catch {
      // A key that is being typed: it names nothing yet.
      return literal;
    }
  }
}

function escapeStep(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
