import { Prisma } from "@foundry/prisma/client";
import type { Dismissal } from "./finding.schema.ts";

/** A dismissal as Postgres writes it into JSON. */
export type StoredDismissal = Omit<Dismissal, "createdAt"> & { createdAt: string };

/** All dismissals of a sample as one JSON column, oldest first. @param sampleId column or value */
export function dismissalsColumn(userId: string, sampleId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', fd.id, 'check', fd."check",
        'path', fd.path, 'message', fd.message, 'byMe', fd.user_id = ${userId},
        'createdAt', fd.created_at) ORDER BY fd.id), '[]'::jsonb)
    FROM finding_dismissal fd WHERE fd.sample_id = ${sampleId})`;
}

/** The column's value with its times in ISO 8601, UTC. */
export function toDismissals(stored: readonly StoredDismissal[]): Dismissal[] {
  return stored.map((dismissal) => ({
    ...dismissal,
    createdAt: new Date(dismissal.createdAt).toISOString(),
  }));
}
