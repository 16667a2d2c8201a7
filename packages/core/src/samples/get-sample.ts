import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import {
  dismissalsColumn,
  type StoredDismissal,
  toDismissals,
} from "../findings/dismissals-column.ts";
import { STORED_CHECKS_VERSION } from "../findings/stored-checks-version.ts";
import { readHistory } from "./read-history.ts";
import { SAMPLE_ROW_COLUMNS, SAMPLE_ROW_TABLES, type StoredSampleRow } from "./sample-row.ts";
import type { SampleDetail } from "./sample.schema.ts";

type StoredFinding = NonNullable<SampleDetail["findings"]>[number];

type StoredDetail = StoredSampleRow &
  Pick<SampleDetail, "prompt" | "benchmark" | "currentIrId" | "newerSampleId" | "olderSampleId"> & {
    riskReasons: NonNullable<SampleDetail["risk"]>["reasons"] | null;
    dismissals: StoredDismissal[];
    checksVersion: string | null;
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
      c.checks_version AS "checksVersion",
      ${dismissalsColumn(actor.userId, Prisma.sql`q.sample_id`)} AS dismissals,
      (SELECT min(sample_id) FROM queue_item WHERE sample_id > q.sample_id) AS "newerSampleId",
      (SELECT max(sample_id) FROM queue_item WHERE sample_id < q.sample_id) AS "olderSampleId"
    FROM ${SAMPLE_ROW_TABLES}
    WHERE q.sample_id = ${sampleId}::bigint`;
  if (!detail) throw new DomainError("not_found", `There is no sample ${sampleId}.`);
  const [irVersions, findings, history] = await Promise.all([
    readVersions(db, sampleId),
    readFindings(db, detail.currentIrId),
    readHistory(db, sampleId),
  ]);
  const { riskReasons: reasons, dismissals, risk: score, checksVersion, ...rest } = detail;
  return {
    ...rest,
    updatedAt: detail.updatedAt.toISOString(),
    risk: score === null || reasons === null ? null : { score, reasons },
    findings: checksVersion === null ? null : findings,
    findingsAreDated: checksVersion !== null && checksVersion !== STORED_CHECKS_VERSION,
    dismissals: toDismissals(dismissals),
    irVersions,
    history,
  };
}

/** What the database says of a finding is what the checks said, so its words are theirs. */
async function readFindings(db: Database, irId: string): Promise<StoredFinding[]> {
  const findings = await db.finding.findMany({
    where: { irId },
    orderBy: [{ severity: "asc" }, { source: "asc" }, { seq: "asc" }],
    select: { check: true, errorType: true, severity: true, path: true, message: true },
  });
  return findings as StoredFinding[];
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
