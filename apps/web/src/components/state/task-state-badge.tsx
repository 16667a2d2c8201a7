import type { taskStateSchema } from "@foundry/core/runners/runner-protocol.schema";
import type { z } from "zod";
import { RunStateBadge } from "./run-state-badge";

/** Where a runner's work stands. */
export function TaskStateBadge({
  state,
  isPlain = false,
}: {
  state: z.infer<typeof taskStateSchema>;
  isPlain?: boolean;
}) {
  return <RunStateBadge state={state === "succeeded" ? "done" : state} isPlain={isPlain} />;
}
