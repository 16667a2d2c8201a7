import { DomainError } from "@foundry/core/errors";
import { refuseUnstorableText } from "./refuse-unstorable-text";

/** The query string as an object. An empty value counts as absent, so that forms can send all fields. */
export function readQuery(search: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of search) {
    if (Object.hasOwn(query, name)) {
      throw new DomainError("invalid_input", `The query gives ${name} twice.`, {
        reason: "invalid_query",
      });
    }
    if (value !== "") query[name] = value;
  }
  refuseUnstorableText(query);
  return query;
}
