const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Far beyond what a record may have; only keeps the stack from growing with the file. */
const MAX_DEPTH = 1_000_000;

/**
 * What a byte is to the element: `inside` it, its `last` byte, already `behind` it (after a value
 * without brackets), or proof that its brackets or quotes are `broken`.
 */
export type ElementStep = "inside" | "last" | "behind" | "broken";

/** Follows one JSON value byte by byte, to find where it ends. Iterative: depth costs no stack. */
export class JsonElement {
  /** Of every open bracket, whether it is an object's. */
  private readonly open: boolean[] = [];
  private isInString = false;
  private isEscaped = false;
  private mustBeKey = false;

  /** A value without brackets ends where the next comma, closing bracket or the file ends. */
  get isScalar(): boolean {
    return this.open.length === 0;
  }

  read(byte: number): ElementStep {
    if (this.isInString) return this.readInString(byte);
    if (byte <= 0x20) return "inside";
    if (this.mustBeKey && byte !== QUOTE && byte !== CLOSE_OBJECT) return "broken";
    this.mustBeKey = false;
    switch (byte) {
      case QUOTE:
        this.isInString = true;
        return "inside";
      case OPEN_OBJECT:
      case OPEN_LIST:
        return this.openBracket(byte === OPEN_OBJECT);
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        return this.closeBracket(byte === CLOSE_OBJECT);
      case COMMA:
        if (this.isScalar) return "behind";
        this.mustBeKey = this.open.at(-1) === true;
        return "inside";
      default:
        return "inside";
    }
  }

  private readInString(byte: number): ElementStep {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.isInString = false;
    else if (byte === LINE_FEED) return "broken";
    return "inside";
  }

  private openBracket(isObject: boolean): ElementStep {
    if (this.open.length === MAX_DEPTH) return "broken";
    this.open.push(isObject);
    this.mustBeKey = isObject;
    return "inside";
  }

  private closeBracket(isObject: boolean): ElementStep {
    if (this.isScalar) return isObject ? "inside" : "behind";
    if (this.open.pop() !== isObject) return "broken";
    return this.isScalar ? "last" : "inside";
  }
}
