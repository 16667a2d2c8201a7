import { makeStorable } from "../database/make-storable.ts";

/** Of a path and of a message, in UTF-16 code units. */
const MAX_LENGTH = 1_000;

/** What makes a finding the same as another one of its sample, also after other parts changed. */
export interface FindingName {
  check: string;
  path: string;
  message: string;
}

/**
 * The name of a finding as it is stored and sent. Keys and texts of a hostile IR stand in paths and
 * messages, so both are cut, and characters that no database text can hold are replaced.
 */
export function nameFinding({ check, path, message }: FindingName): FindingName {
  return {
    check,
    path: makeStorable(path, MAX_LENGTH),
    message: makeStorable(message, MAX_LENGTH),
  };
}
