import { DomainError } from "../errors.ts";

/** For a page address that this program did not make. */
export function badCursor(): DomainError {
  return new DomainError(
    "invalid_input",
    "This page address is not valid. Start at the first page.",
    { reason: "bad_cursor" },
  );
}
