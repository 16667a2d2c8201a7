import type { FinishedRun } from "./use-evidence-run";

/** What is no longer as it was when a run began; null when its result still stands. */
export function findChange(
  run: FinishedRun,
  now: { irText: string; implementations: readonly { id: string }[] },
): string | null {
  if (run.irText !== now.irText) return "The IR has changed since this run.";
  const ran = run.request.implementations;
  const isSame =
    ran.length === now.implementations.length &&
    ran.every(({ id }, index) => now.implementations[index]?.id === id);
  return isSame ? null : "The implementations have changed since this run.";
}
