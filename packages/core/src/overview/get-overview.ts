import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { Overview, StateCounts } from "./overview.schema.ts";

/** The pipeline as it stands, from a handful of counting statements. */
export async function getOverview(db: Database, actor: Actor): Promise<Overview> {
  authorize(actor, "corpus.read");
  const isAdmin = actor.role === "admin";
  const [prompts, categories, lastImports, reviewers, made, verdictsLast7Days] = await Promise.all([
    countPrompts(db),
    countCategories(db),
    readLastImports(db),
    isAdmin ? countReviewers(db) : null,
    isAdmin ? countMade(db) : null,
    countVerdictsByDay(db),
  ]);
  const samples = addUp(categories);
  return { ...prompts, samples, categories, lastImports, reviewers, made, verdictsLast7Days };
}

async function countPrompts(db: Database) {
  const [counts] = await db.$queryRaw<Pick<Overview, "prompts" | "promptsWithoutIr">[]>`
    SELECT count(*)::int AS prompts,
      count(*) FILTER (
        WHERE NOT EXISTS (SELECT FROM sample s WHERE s.prompt_id = p.id)
      )::int AS "promptsWithoutIr"
    FROM prompt p WHERE archived_at IS NULL`;
  return counts ?? { prompts: 0, promptsWithoutIr: 0 };
}

async function countCategories(db: Database) {
  return db.$queryRaw<Overview["categories"]>`
    SELECT category,
      count(*) FILTER (WHERE state = 'pending')::int AS pending,
      count(*) FILTER (WHERE state = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE state = 'corrected')::int AS corrected,
      count(*) FILTER (WHERE state = 'rejected')::int AS rejected
    FROM queue_item GROUP BY category ORDER BY count(*) DESC, category`;
}

function addUp(rows: StateCounts[]): StateCounts {
  const sums = { pending: 0, accepted: 0, corrected: 0, rejected: 0 };
  for (const row of rows) {
    sums.pending += row.pending;
    sums.accepted += row.accepted;
    sums.corrected += row.corrected;
    sums.rejected += row.rejected;
  }
  return sums;
}

async function readLastImports(db: Database): Promise<Overview["lastImports"]> {
  const imports = await db.import.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 5,
    select: {
      id: true,
      fileName: true,
      state: true,
      sampleCount: true,
      badCount: true,
      createdAt: true,
    },
  });
  return imports.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

async function countReviewers(db: Database) {
  return db.$queryRaw<NonNullable<Overview["reviewers"]>>`
    SELECT u.id AS "userId", u.name,
      count(*) FILTER (WHERE r.verdict = 'accept')::int AS accepted,
      count(*) FILTER (WHERE r.verdict = 'correct')::int AS corrected,
      count(*) FILTER (WHERE r.verdict = 'reject')::int AS rejected
    FROM "user" u
    LEFT JOIN review r ON r.reviewer_id = u.id AND r.verdict <> 'skip'
      AND NOT EXISTS (SELECT FROM review_undo d WHERE d.review_id = r.id)
    WHERE u.disabled_at IS NULL OR r.id IS NOT NULL
    GROUP BY u.id ORDER BY count(r.id) DESC, u.name, u.id`;
}

async function countMade(db: Database): Promise<Overview["made"]> {
  const [counts] = await db.$queryRaw<NonNullable<Overview["made"]>[]>`
    WITH task AS (
      SELECT id, state IN ('waiting', 'running') AS is_open FROM runner_task
    )
    SELECT (SELECT count(*)::int FROM dataset) AS datasets,
      coalesce((SELECT item_count FROM dataset ORDER BY number DESC LIMIT 1), 0)
        AS "newestDatasetSamples",
      t.trainings, t."trainingsUnderWay", t.adapters, e.evaluations, e."evaluationsUnderWay"
    FROM (
      SELECT count(*)::int AS trainings, count(adapter_id)::int AS adapters,
        count(*) FILTER (WHERE is_open)::int AS "trainingsUnderWay"
      FROM training_run r JOIN task ON task.id = r.task_id
    ) t, (
      SELECT count(scored_at)::int AS evaluations,
        count(*) FILTER (WHERE is_open)::int AS "evaluationsUnderWay"
      FROM evaluation v JOIN task ON task.id = v.task_id
    ) e`;
  return counts ?? null;
}

async function countVerdictsByDay(db: Database) {
  return db.$queryRaw<Overview["verdictsLast7Days"]>`
    WITH days AS (
      SELECT generate_series(today - 6, today, interval '1 day')::date AS day
      FROM (SELECT (now() AT TIME ZONE 'UTC')::date AS today) t
    ), given AS (
      SELECT (r.created_at AT TIME ZONE 'UTC')::date AS day, r.verdict
      FROM review r
      WHERE r.created_at >= (SELECT min(day) FROM days)::timestamp AT TIME ZONE 'UTC'
        AND NOT EXISTS (SELECT FROM review_undo d WHERE d.review_id = r.id)
    )
    SELECT to_char(day, 'YYYY-MM-DD') AS day,
      count(*) FILTER (WHERE verdict = 'accept')::int AS accepted,
      count(*) FILTER (WHERE verdict = 'correct')::int AS corrected,
      count(*) FILTER (WHERE verdict = 'reject')::int AS rejected,
      count(*) FILTER (WHERE verdict = 'skip')::int AS skipped
    FROM days LEFT JOIN given USING (day)
    GROUP BY day ORDER BY day`;
}
