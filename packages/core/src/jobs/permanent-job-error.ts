/** Thrown by a handler when trying again cannot help: the job fails at once, with this message. */
export class PermanentJobError extends Error {
  override readonly name = "PermanentJobError";
}
