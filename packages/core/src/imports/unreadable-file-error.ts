/**
 * The file as a whole cannot be imported, and trying again would not help. The message is for the
 * person who uploaded it.
 */
export class UnreadableFileError extends Error {
  override readonly name = "UnreadableFileError";
  /** Stable, snake_case. */
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}
