import type { Role } from "@foundry/core/auth/permissions";
import type { Overview } from "@foundry/core/overview/overview.schema";
import { countOf } from "../../components/format/format-count";

export interface NextStep {
  /** Why this is the next thing to do. */
  reason: string;
  /** Null when there is nothing that this person can do now. */
  action: { label: string; href: string } | null;
}

/** From the accepted corpus to a score, one step after the other. */
function chooseAfterReview(made: NonNullable<Overview["made"]>): NonNullable<NextStep["action"]> {
  if (made.datasets === 0) return { label: "Freeze a dataset", href: "/datasets/new" };
  if (made.trainings === 0) return { label: "Train an adapter", href: "/training/new" };
  return made.evaluations === 0
    ? { label: "Go to the trainings", href: "/training" }
    : { label: "Go to the evaluations", href: "/evaluation" };
}

/** The one next thing to do for this person, from the state of the corpus alone. */
export function chooseNextStep(role: Role, overview: Overview): NextStep {
  const { pending, accepted, corrected, rejected } = overview.samples;
  const isAdmin = role === "admin";
  if (pending > 0) {
    return {
      reason: `${countOf(pending, "sample waits", "samples wait")} for a verdict.`,
      action: { label: "Start reviewing", href: "/review" },
    };
  }
  const ready = accepted + corrected;
  if (ready > 0) {
    return {
      reason: `Every sample has its verdict, and ${countOf(ready, "sample is", "samples are")} ready.`,
      action: overview.made === null ? null : chooseAfterReview(overview.made),
    };
  }
  const lack = rejected > 0 ? "Every sample was rejected." : "There is nothing to review yet.";
  if (isAdmin && overview.promptsWithoutIr > 0) {
    return {
      reason: `${lack} ${countOf(overview.promptsWithoutIr, "prompt has", "prompts have")} no IR yet.`,
      action: { label: "Write IRs", href: "/generate/new" },
    };
  }
  return isAdmin
    ? {
        reason: `${lack} Bring in prompts with their IRs.`,
        action: { label: "Import files", href: "/imports" },
      }
    : { reason: `${lack} An admin brings in the samples.`, action: null };
}
