import { z } from "zod";
import { dollarsSchema } from "./generation.schema.ts";

/** Money over all runs. */
export const spendOverviewSchema = z.object({
  limitUsd: z.number().nullable(),
  spentUsd: z.number(),
  reservedUsd: z.number(),
  inDoubtCount: z.int(),
  unpricedCount: z.int(),
  /** Null where nothing was accepted yet. */
  perAcceptedSampleUsd: z.number().nullable(),
  acceptedCount: z.int(),
  byModel: z.array(
    z.object({ provider: z.string(), model: z.string(), callCount: z.int(), spentUsd: z.number() }),
  ),
  byCategory: z.array(
    z.object({ category: z.string().nullable(), callCount: z.int(), spentUsd: z.number() }),
  ),
});
export type SpendOverview = z.infer<typeof spendOverviewSchema>;
export const spendLimitSchema = z.strictObject({ limitUsd: dollarsSchema.nullable() });
