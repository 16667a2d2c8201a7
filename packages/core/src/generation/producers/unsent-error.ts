/**
 * No connection came about. It has no cause on purpose: client libraries search the causes for
 * words like "timeout" and would take it for a request that was sent.
 */
export class UnsentError extends Error {
  override readonly name = "UnsentError";
  readonly code: string;

  constructor(code: string) {
    super("no connection came about");
    this.code = code;
  }
}
