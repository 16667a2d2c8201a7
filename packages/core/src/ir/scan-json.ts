import { toJsonPointer } from "./json-pointer.ts";
import { locateOffset, type ScanProblem, ScanStop } from "./scan-problem.ts";
import { describeCharacter, skipScalar, skipString, skipWhiteSpace } from "./scan-tokens.ts";

/** Lengths are UTF-16 code units. */
export interface ScanLimits {
  maxLength: number;
  /** The outermost object or list has depth 1. */
  maxDepth: number;
  /** Values of any kind, objects and lists included. */
  maxNodes: number;
  maxStringLength: number;
}

/** A direct child of the outermost object or list: `text.slice(start, end)` is its raw value. */
export interface JsonChild {
  /** Null in a list. */
  key: string | null;
  start: number;
  end: number;
}

export interface JsonOverview {
  kind: "object" | "array" | "scalar";
  children: JsonChild[];
  /** JSON Pointers of keys that their object has more than once, each named once. */
  duplicateKeys: string[];
  /** JSON Pointers of `__proto__` keys. */
  prototypeKeys: string[];
}

export type JsonScan = { ok: true; overview: JsonOverview } | { ok: false; problem: ScanProblem };

/**
 * Reads a JSON text strictly (RFC 8259) without building values and without recursion, so that it
 * is safe on any input. A text that passes is accepted by `JSON.parse`, and the other way round,
 * limits aside.
 */
export function scanJson(text: string, limits: ScanLimits): JsonScan {
  try {
    return { ok: true, overview: new JsonScanner(text, limits).scan() };
  } catch (error) {
    if (!(error instanceof ScanStop)) throw error;
    const { reason, message, offset } = error;
    return { ok: false, problem: { reason, message, offset, ...locateOffset(text, offset) } };
  }
}

interface Frame {
  isObject: boolean;
  /** Where the container opens. */
  start: number;
  /** Keys seen so far; a list has none. */
  keys: Set<string>;
  /** Key or index of the child being read. */
  step: string | number;
  childStart: number;
}

class JsonScanner {
  private readonly frames: Frame[] = [];
  private readonly children: JsonChild[] = [];
  private readonly duplicateKeys = new Set<string>();
  private readonly prototypeKeys = new Set<string>();
  private nodeCount = 0;
  private at = 0;
  private readonly text: string;
  private readonly limits: ScanLimits;

  constructor(text: string, limits: ScanLimits) {
    this.text = text;
    this.limits = limits;
  }

  scan(): JsonOverview {
    const { text, limits } = this;
    if (text.length > limits.maxLength) {
      throw new ScanStop("too_long", `longer than ${limits.maxLength} characters`, 0);
    }
    this.skipSpace();
    if (this.at === text.length) throw new ScanStop("syntax", "the text is empty", this.at);
    const kind = text[this.at] === "{" ? "object" : text[this.at] === "[" ? "array" : "scalar";
    do this.readValue();
    while (this.frames.length > 0);
    this.skipSpace();
    if (this.at < text.length) {
      const what = describeCharacter(text, this.at);
      throw new ScanStop("syntax", `the document is complete, but ${what} follows`, this.at);
    }
    return {
      kind,
      children: this.children,
      duplicateKeys: [...this.duplicateKeys],
      prototypeKeys: [...this.prototypeKeys],
    };
  }

  /** Reads one scalar or opens one container, then goes to where the next value starts. */
  private readValue(): void {
    this.nodeCount += 1;
    if (this.nodeCount > this.limits.maxNodes) {
      throw new ScanStop("too_many_nodes", `more than ${this.limits.maxNodes} values`, this.at);
    }
    const { text, at } = this;
    const character = text[at];
    if (character === "{" || character === "[") {
      this.open(character === "{");
      return;
    }
    this.at =
      character === '"' ? skipString(text, at, this.limits.maxStringLength) : skipScalar(text, at);
    this.finishValue();
  }

  private open(isObject: boolean): void {
    if (this.frames.length === this.limits.maxDepth) {
      throw new ScanStop("too_deep", `nested deeper than ${this.limits.maxDepth} levels`, this.at);
    }
    const start = this.at;
    this.frames.push({ isObject, start, keys: new Set(), step: 0, childStart: start });
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === (isObject ? "}" : "]")) {
      this.close();
      return;
    }
    this.startChild();
  }

  private close(): void {
    this.at += 1;
    this.frames.pop();
    this.finishValue();
  }

  /** After a value: closes what ends here and goes to the next child, or to the end. */
  private finishValue(): void {
    for (let frame = this.frames.at(-1); frame !== undefined; frame = this.frames.at(-1)) {
      if (this.frames.length === 1) this.keepChild(frame);
      this.skipSpace();
      const character = this.text[this.at];
      if (character === ",") {
        this.at += 1;
        this.skipSpace();
        if (typeof frame.step === "number") frame.step += 1;
        this.startChild();
        return;
      }
      const closing = frame.isObject ? "}" : "]";
      if (character !== closing) throw this.unexpected(`\`,\` or \`${closing}\``);
      this.at += 1;
      this.frames.pop();
    }
  }

  private keepChild({ isObject, step, childStart }: Frame): void {
    this.children.push({ key: isObject ? String(step) : null, start: childStart, end: this.at });
  }

  private startChild(): void {
    const frame = this.frames.at(-1);
    if (frame?.isObject === true) this.readKey(frame);
    else if (this.text[this.at] === "]") throw this.unexpected("a value after the comma");
    if (this.at >= this.text.length) throw this.unexpected("a value");
    if (frame !== undefined) frame.childStart = this.at;
  }

  private readKey(frame: Frame): void {
    const start = this.at;
    if (this.text[start] !== '"') throw this.unexpected("a property name in double quotes");
    this.at = skipString(this.text, start, this.limits.maxStringLength);
    const key = decodeString(this.text.slice(start, this.at));
    frame.step = key;
    if (frame.keys.has(key)) this.duplicateKeys.add(this.pointer());
    if (key === "__proto__") this.prototypeKeys.add(this.pointer());
    frame.keys.add(key);
    this.skipSpace();
    if (this.text[this.at] !== ":") throw this.unexpected("`:` after the property name");
    this.at += 1;
    this.skipSpace();
  }

  private pointer(): string {
    return toJsonPointer(this.frames.map((frame) => frame.step));
  }

  private skipSpace(): void {
    this.at = skipWhiteSpace(this.text, this.at);
  }

  private unexpected(expected: string): ScanStop {
    const { text, at } = this;
    const frame = this.frames.at(-1);
    if (at < text.length || frame === undefined) {
      return new ScanStop(
        "syntax",
        `expected ${expected}, found ${describeCharacter(text, at)}`,
        at,
      );
    }
    const { line, column } = locateOffset(text, frame.start);
    const what = frame.isObject ? "object" : "list";
    const message = `the text ends inside the ${what} that starts at line ${line}, column ${column}`;
    return new ScanStop("syntax", message, at);
  }
}

function decodeString(literal: string): string {
  return literal.includes("\\") ? (JSON.parse(literal) as string) : literal.slice(1, -1);
}
