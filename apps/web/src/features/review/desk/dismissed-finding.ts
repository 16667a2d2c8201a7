import type { FindingName } from "@foundry/core/findings/name-finding";

/** A finding that somebody called not a problem. */
export interface DismissedFinding extends FindingName {
  /** Null while the studio does not know of it yet. */
  id: string | null;
  byMe: boolean;
}
