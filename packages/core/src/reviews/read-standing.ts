import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { SampleState } from "../samples/sample-state.ts";

/** Who has a sample now, or who decided it: what a refused request needs to explain itself. */
export interface Standing {
  state: SampleState;
  round: number;
  currentIrId: string;
  /** Whose live lease it is; null when nobody holds one. */
  leasedBy: { id: string; name: string } | null;
  /** Whose verdict stands. */
  decidedBy: { id: string; name: string } | null;
}

/** @returns null when there is no such sample */
export async function readStanding(
  db: DatabaseOrTransaction,
  sampleId: number,
): Promise<Standing | null> {
  const [row] = await db.$queryRaw<Standing[]>`
    SELECT q.state::text, q.round, q.current_ir_id::text AS "currentIrId",
      CASE WHEN q.lease_expires_at > clock_timestamp()
        THEN jsonb_build_object('id', holder.id, 'name', holder.name) END AS "leasedBy",
      CASE WHEN q.state <> 'pending'
        THEN jsonb_build_object('id', decider.id, 'name', decider.name) END AS "decidedBy"
    FROM queue_item q
    LEFT JOIN "user" holder ON holder.id = q.lease_owner_id
    LEFT JOIN review r ON r.sample_id = q.sample_id AND r.round = q.round AND r.verdict <> 'skip'
    LEFT JOIN "user" decider ON decider.id = r.reviewer_id
    WHERE q.sample_id = ${sampleId}`;
  return row ?? null;
}
