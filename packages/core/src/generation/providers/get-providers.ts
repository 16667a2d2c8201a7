import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { readModels } from "../prices/read-models.ts";
import { type Providers, providersSchema } from "../provider.schema.ts";
import { TERMS_URL } from "../terms/terms-url.ts";
import { checkDedupeKey } from "./order-provider-check.ts";

/**
 * What the studio can use to write IRs: keys only as a hint, prices in dollars for a million tokens.
 * @throws DomainError `forbidden`
 */
export async function getProviders(db: Database, actor: Actor): Promise<Providers> {
  authorize(actor, "generation.manage");
  const [checks, beingChecked, models] = await Promise.all([
    readChecks(db),
    readBeingChecked(db),
    readModels(db),
  ]);
  return providersSchema.parse({
    anthropic: await presentAnthropic(db, checks, beingChecked),
    endpoints: await presentEndpoints(db, checks, beingChecked),
    models,
  });
}

type Checks = Awaited<ReturnType<typeof readChecks>>;

async function readChecks(db: Database) {
  const rows = await db.providerCheck.findMany();
  return new Map(rows.map(({ subject, ...check }) => [subject, check]));
}

async function readBeingChecked(db: Database): Promise<Set<string>> {
  const open = await db.job.findMany({
    where: { name: "checkProvider", state: { in: ["ready", "running"] } },
    select: { dedupeKey: true },
  });
  return new Set(open.flatMap(({ dedupeKey }) => dedupeKey ?? []));
}

function presentCheck(checks: Checks, subject: string) {
  const check = checks.get(subject);
  if (check === undefined) return null;
  return { isOk: check.isOk, message: check.message, checkedAt: check.checkedAt.toISOString() };
}

async function presentAnthropic(db: Database, checks: Checks, beingChecked: Set<string>) {
  const where = { provider: "anthropic" };
  const [key, terms] = await Promise.all([
    db.providerKey.findUnique({
      where,
      select: { hint: true, createdAt: true, createdBy: { select: { name: true } } },
    }),
    db.termsAcknowledgement.findUnique({
      where,
      select: { acknowledgedAt: true, acknowledgedBy: { select: { name: true } } },
    }),
  ]);
  const isInEnvironment = checks.get("anthropic")?.keySource === "environment";
  return {
    keySource: isInEnvironment ? "environment" : key === null ? "none" : "stored",
    hint: key?.hint ?? null,
    storedBy: key?.createdBy.name ?? null,
    storedAt: key?.createdAt.toISOString() ?? null,
    check: presentCheck(checks, "anthropic"),
    isBeingChecked: beingChecked.has(checkDedupeKey("anthropic")),
    termsUrl: TERMS_URL,
    terms:
      terms === null
        ? null
        : {
            acknowledgedBy: terms.acknowledgedBy.name,
            acknowledgedAt: terms.acknowledgedAt.toISOString(),
          },
  };
}

async function presentEndpoints(db: Database, checks: Checks, beingChecked: Set<string>) {
  const rows = await db.producerEndpoint.findMany({
    where: { archivedAt: null },
    orderBy: { name: "asc" },
    omit: { ciphertext: true },
  });
  return rows.map((row) => ({
    ...row,
    hasKey: row.hint !== null,
    check: presentCheck(checks, row.id),
    isBeingChecked: beingChecked.has(checkDedupeKey(row.id)),
  }));
}
