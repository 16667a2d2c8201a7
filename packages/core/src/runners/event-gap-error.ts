import { DomainError } from "../errors.ts";

/** Events came that do not follow on those that are there; none of them was kept. */
export class EventGapError extends DomainError {
  /** The number to go on with. */
  readonly expectedSeq: number;

  constructor(expectedSeq: number) {
    super("conflict", `Events are missing: send them again from number ${expectedSeq} on.`, {
      reason: "event_gap",
    });
    this.expectedSeq = expectedSeq;
  }
}
