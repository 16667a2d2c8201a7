import type { GenerationRun } from "@foundry/core/generation/generation.schema";

/** A run under way, in one line. */
export function describeProgress(run: GenerationRun): string {
  const { counts, itemCount, state, pausedUntil } = run;
  if (state === "waiting") return "waiting for a worker";
  const over = counts.done + counts.failed + counts.cancelled;
  const failed = counts.failed === 0 ? "" : `, ${counts.failed} failed`;
  const wait = pausedUntil === null ? "" : `; the provider asks to wait until ${pausedUntil}`;
  return `generating: ${over} of ${itemCount}${failed}${describeMoney(run)}${wait}`;
}

/** A run that is over or stands still, in one line. */
export function describeEnd(run: GenerationRun): string {
  const { state, counts, createdCount, purpose, error, stopReason } = run;
  const made = `${createdCount} ${purpose === "irs" ? "samples" : "prompts"}, ${counts.failed} failed`;
  const reason = error ?? (stopReason === null ? null : stopReason.replaceAll("_", " "));
  const cause = state === "done" || reason === null ? "" : ` (${reason})`;
  return `run ${state}${cause}: ${made}${describeMoney(run)}`;
}

function describeMoney({ producer, spentUsd, reservedUsd, unpricedCount }: GenerationRun): string {
  if (producer === "blueprint") return "";
  const reserved = reservedUsd === 0 ? "" : ` and ${dollars(reservedUsd)} held back`;
  const unpriced = unpricedCount === 0 ? "" : `, ${unpricedCount} calls of unknown price`;
  return `, ${dollars(spentUsd)} spent${reserved}${unpriced}`;
}

function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}
