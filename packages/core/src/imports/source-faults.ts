import { IMPORT_LIMITS } from "./import-limits.ts";
import type { SourceFault } from "./source-record.ts";

const LIMIT = `${IMPORT_LIMITS.recordBytes / 1_000_000} MB`;

/** Why a record cannot be cut out of its file, in words that say what to do. */
export const SOURCE_FAULTS = {
  tooLarge: {
    code: "record_too_large",
    message: `This record is larger than ${LIMIT}. Shorten it or take it out.`,
  },
  notClosed: {
    code: "cut_off",
    message:
      "The file ends inside this record. It seems to be cut off: get the file again, or complete the record.",
  },
  brokenBrackets: {
    code: "not_json",
    message:
      "This is not valid JSON: brackets or quotes do not match. Correct the record. Reading went on at the next record that could be made out.",
  },
  restNotRead: {
    code: "rest_not_read",
    message:
      "Behind this broken record no further one could be made out, so nothing from here to the end of the file was read. Correct it and import the file again; what is already there is not doubled.",
  },
  emptyElement: {
    code: "empty_element",
    message: "There is a comma with no record beside it. Remove the comma.",
  },
  listNotClosed: {
    code: "cut_off",
    message:
      "The file ends before the list's closing bracket. It seems to be cut off: check that the last records are there.",
  },
  afterList: {
    code: "text_after_end",
    message: "There is more text after the list's closing bracket. It was not read.",
  },
  brokenQuotes: {
    code: "bad_quotes",
    message:
      'The quotes of this row do not match. Put a field that has quotes, commas or line breaks in quotes, and write each quote inside it twice ("").',
  },
} as const satisfies Record<string, SourceFault>;
