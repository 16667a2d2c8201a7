/** What a runner does, in the order in which it does it; the words are for people. */
export const PHASES = [
  { id: "preflight", title: "Checking machine and data" },
  { id: "loading_model", title: "Loading the model" },
  { id: "preparing_data", title: "Preparing the rows" },
  { id: "sft", title: "Training" },
  { id: "evaluating", title: "Measuring the best state" },
  { id: "exporting", title: "Saving the adapter" },
] as const;

/** A phase in words; what this build does not know stays as the runner said it. */
export function describePhase(phase: string): string {
  return PHASES.find(({ id }) => id === phase)?.title ?? phase.replaceAll("_", " ");
}
