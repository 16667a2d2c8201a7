/** Why the studio cannot run, in words for the person who started it. Shown without a stack. */
export class StudioError extends Error {
  override readonly name = "StudioError";
}
