const LONGEST = 2_000;

/** The message of whatever a handler threw, as a text that the `error` column can hold. */
export function describeJobError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll("\u0000", "").slice(0, LONGEST) || "The job failed without a message.";
}
