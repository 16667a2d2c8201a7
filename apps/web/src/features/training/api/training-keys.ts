import type { PlanTrainingRun } from "@foundry/core/training/training-run.schema";

export const trainingKeys = {
  all: ["training"] as const,
  runs: () => [...trainingKeys.all, "runs"] as const,
  run: (id: string) => [...trainingKeys.all, "run", id] as const,
  metrics: (id: string) => [...trainingKeys.all, "metrics", id] as const,
  log: (id: string) => [...trainingKeys.all, "log", id] as const,
  estimate: (plan: PlanTrainingRun | null) => [...trainingKeys.all, "estimate", plan] as const,
  runners: () => [...trainingKeys.all, "runners"] as const,
};
