import type { Prisma } from "@foundry/prisma/client";

/**
 * Says that a call is being sent, to be committed before the first byte leaves.
 *
 * @param paceKey see `paceKey`
 * @returns `paused` when the provider has asked to wait meanwhile, `closed` when the run stands still
 *   or the call is not planned any more; then nothing may be sent
 */
export async function markSending(
  tx: Prisma.TransactionClient,
  callId: string,
  paceKey: string,
): Promise<"sending" | "paused" | "closed"> {
  const count = await tx.$executeRaw`
    UPDATE llm_call SET state = 'sending', sent_at = clock_timestamp()
    FROM generation_run run
    WHERE llm_call.id = ${callId}::uuid AND llm_call.state = 'planned'
      AND run.id = llm_call.run_id AND run.state = 'running'
      AND NOT EXISTS (
        SELECT FROM llm_pace WHERE key = ${paceKey} AND paused_until > clock_timestamp()
      )`;
  if (count === 1) return "sending";
  const call = await tx.llmCall.findUnique({
    where: { id: callId },
    select: { state: true, run: { select: { state: true } } },
  });
  return call?.state === "planned" && call.run?.state === "running" ? "paused" : "closed";
}
