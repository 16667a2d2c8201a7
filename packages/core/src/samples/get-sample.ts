import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import {
  dismissalsColumn,
  type StoredDismissal,
  toDismissals,
} from "../findings/dismissals-column.ts";
import { readHistory } from "./read-history.ts";
import { SAMPLE_ROW_COLUMNS, SAMPLE_ROW_TABLES, type StoredSampleRow } from "./sample-row.ts";
import type { SampleDetail } from "./sample.schema.ts";

type StoredDetail = StoredSampleRow &
  Pick<SampleDetail, "prompt" | "benchmark" | "currentIrId" | "newerSampleId" | "olderSampleId"> & {
    riskReasons: NonNullable<SampleDetail["risk"]>["reasons"] | null;
    dismissals: StoredDismissal[];
  };

/**
 * A sample with every version of its IR and all that happened to it.
 *
 * @throws DomainError `not_found`
 */
export async function getSample(
  db: Database,
  actor: Actor,
  sampleId: number,
): Promise<SampleDetail> {
  authorize(actor, "corpus.read");
  const [detail] = await db.$queryRaw<StoredDetail[]>`
    SELECT ${SAMPLE_ROW_COLUMNS},
      jsonb_build_object('id', p.id, 'text', p.text) AS prompt,
      (SELECT jsonb_build_object('name', b.name, 'functionName', b.function_name)
        FROM benchmark_case b WHERE b.prompt_id = p.id) AS benchmark,
      q.current_ir_id::text AS "currentIrId", c.risk_reasons AS "riskReasons",
      ${dismissalsColumn(actor.userId, Prisma.sql`q.sample_id`)} AS dismissals,
      (SELECT min(sample_id) FROM queue_item WHERE sample_id > q.sample_id) AS "newerSampleId",
      (SELECT max(sample_id) FROM queue_item WHERE sample_id < q.sample_id) AS "olderSampleId"
    FROM ${SAMPLE_ROW_TABLES}
    WHERE q.sample_id = ${sampleId}::bigint`;
  if (!detail) throw new DomainError("not_found", `There is no sample ${sampleId}.`);
  const [irVersions, history] = await Promise.all([
    readVersions(db, sampleId),
    readHistory(db, sampleId),
  ]);
  const { riskReasons: reasons, dismissals, risk: score, ...rest } = detail;
  return {
    ...rest,
    updatedAt: detail.updatedAt.toISOString(),
    risk: score === null || reasons === null ? null : { score, reasons },
    dismissals: toDismissals(dismissals),
    irVersions,
    history,
  };
}

async function readVersions(db: Database, sampleId: number): Promise<SampleDetail["irVersions"]> {
  const versions = await db.ir.findMany({
    where: { sampleId },
    orderBy: { version: "asc" },
    select: {
      id: true,
      version: true,
      origin: true,
      raw: true,
      sha256: true,
      isSchemaValid: true,
      createdAt: true,
      author: { select: { name: true } },
    },
  });
  return versions.map(({ author, createdAt, ...version }) => ({
    ...version,
    author: author?.name ?? null,
    createdAt: createdAt.toISOString(),
  }));
}
