/** How a literal of the prompt stands in the IR. */
export type LedgerStatus =
  /** At least one exact place. */
  | "found"
  /** An exact place in an effect, but without the marker LITERAL that a returned value needs. */
  | "unmarked"
  /** Nothing equal, but something so near that it is likely meant: other case, a slip, another number. */
  | "altered"
  | "missing";

/** What a literal is there for in the prompt. */
export type LedgerRole =
  /** A value that is returned, appended, compared with or used as a key. */
  | "value"
  /** A number at which the behaviour changes: "fewer than 8", "90+", both ends of "80-89". */
  | "threshold"
  /** A number that only counts or describes ("two lists", "the 3 checks"): it needs no place. */
  | "mention";

/** How a threshold is compared with: "fewer than 8" is `<`. */
export type Comparison = "<" | "<=" | ">" | ">=" | "==";

/** Where a literal of the prompt stands in the IR; offsets in UTF-16 code units of the text at `path`. */
export interface LedgerPlace {
  path: string;
  start: number;
  end: number;
  isExact: boolean;
  /** Has the marker LITERAL before it. */
  isMarked: boolean;
}

/** One literal, number or threshold of the prompt. */
export interface LedgerEntry {
  /** Range in the prompt, UTF-16 code units, end exclusive; quotation marks included. */
  start: number;
  end: number;
  kind: "text" | "number" | "constant";
  /** The text between the quotation marks with escapes resolved; a number as Python writes it; None, True or False. */
  value: string;
  role: LedgerRole;
  /** For a threshold: how the prompt compares with it; null when it does not say. */
  comparison: Comparison | null;
  status: LedgerStatus;
  places: LedgerPlace[];
}
