/** What the command was given cannot be worked with: one line for the person, exit code 2. */
export class UnusableInputError extends Error {
  override readonly name = "UnusableInputError";
}
