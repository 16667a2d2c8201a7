import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { countOf } from "../../components/format/format-count";

/**
 * What a run is doing at this moment, in words.
 *
 * @param now milliseconds since 1970, or null while that is not known
 */
export function describePhase(run: GenerationRun, now: number | null): string {
  if (run.state === "waiting") return "Waiting for a free worker";
  if (isHeldBack(run, now)) return "Waiting, as the provider asked";
  if (run.openBatches.length > 0) {
    const requests = run.openBatches.reduce((sum, { requestCount }) => sum + requestCount, 0);
    return `The provider works on ${countOf(requests, "request")}`;
  }
  if (run.counts.running + run.counts.waiting === 0) return "Finishing";
  if (run.producer === "blueprint") return "Writing IRs from the blueprints";
  return run.purpose === "irs" ? "Writing IRs" : "Writing variations";
}

/** Whether the provider asked to wait until a time that is still to come. */
export function isHeldBack({ pausedUntil }: GenerationRun, now: number | null): boolean {
  return pausedUntil !== null && now !== null && Date.parse(pausedUntil) > now;
}
