import type { Finding } from "@foundry/core/checks/finding";
import type { LedgerEntry, LedgerPlace } from "@foundry/core/checks/ledger/ledger-entry";
import type { Risk } from "@foundry/core/checks/risk/assess-risk";
import type { TextRange } from "../json/index-json-text";

/** What the checks are asked: an IR as its editor shows it, for a prompt. */
export interface ReadingRequest {
  /** Tells one document from the next, so that no answer is shown for another one. */
  documentKey: number;
  prompt: string;
  text: string;
  /** What `identifyFinding` gives for findings called not a problem: they make no risk. */
  dismissed: readonly string[];
}

/** A finding with its place in the text; offsets in UTF-16 code units. */
export interface LocatedFinding extends Finding, TextRange {
  /** Tells the findings of one text apart, and stays the same while the text around it changes. */
  id: string;
}

/** A place of a literal with where it is in the text of the editor. */
export interface LocatedPlace extends LedgerPlace {
  range: TextRange;
}

export interface LedgerItem extends LedgerEntry {
  places: LocatedPlace[];
}

/** What the checks say about a text. */
export interface Reading {
  documentKey: number;
  text: string;
  isSchemaValid: boolean;
  findings: LocatedFinding[];
  ledger: LedgerItem[];
  risk: Risk;
}
