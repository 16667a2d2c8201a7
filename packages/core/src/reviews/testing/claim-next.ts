import type { Database } from "@foundry/prisma/client";
import type { Actor } from "../../auth/actor.ts";
import { claimSample } from "../claim-sample.ts";
import type { LeasedSample } from "../review.schema.ts";

/** Claims where a test knows that there is something to claim. */
export async function claimNext(
  db: Database,
  actor: Actor,
  sampleId?: number,
): Promise<LeasedSample> {
  const wanted = sampleId === undefined ? {} : { sampleId };
  const claimed = await claimSample(db, actor, { includeSkipped: false, ...wanted });
  if (!claimed) throw new Error("the queue gave nothing");
  return claimed;
}
