import { detectJsonStyle } from "./detect-json-style";
import { writeJson } from "./write-json";

/**
 * An edited text with the white space of the text it came from, so that a correction differs from
 * its base in what the reviewer changed and in nothing else.
 */
export function restoreJsonStyle(edited: string, base: string): string {
  return writeJson(edited, detectJsonStyle(base));
}
