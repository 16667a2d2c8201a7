import type { Database } from "@foundry/prisma/client";
import { TEMPLATES } from "../prompts/catalogue.ts";
import type { HistoryEntry } from "./sample.schema.ts";

/** What happened to a sample, oldest first. An undone review stays, with its undo after it. */
export async function readHistory(db: Database, sampleId: number): Promise<HistoryEntry[]> {
  const [arrival, reviews] = await Promise.all([
    readArrival(db, sampleId),
    readReviews(db, sampleId),
  ]);
  return [...arrival, ...reviews.sort((one, other) => one.at.localeCompare(other.at))];
}

async function readArrival(db: Database, sampleId: number): Promise<HistoryEntry[]> {
  const sample = await db.sample.findUnique({
    where: { id: sampleId },
    select: {
      createdAt: true,
      prompt: { select: { templateId: true } },
      irs: { where: { version: 1 }, select: { origin: true, provider: true, model: true } },
      import: { select: { fileName: true, createdBy: { select: { name: true } } } },
    },
  });
  if (!sample) return [];
  const at = sample.createdAt.toISOString();
  const [first] = sample.irs;
  if (first?.origin === "blueprint") {
    return [{ kind: "blueprint", at, template: nameTemplate(sample.prompt), irVersion: 1 }];
  }
  if (first?.origin === "generated") {
    const { provider, model } = first;
    return [{ kind: "generated", at, provider, model, irVersion: 1 }];
  }
  return [
    {
      kind: "imported",
      at,
      by: sample.import?.createdBy?.name ?? null,
      fileName: sample.import?.fileName ?? null,
      irVersion: 1,
    },
  ];
}

/** A template that is no longer in the catalogue keeps its id. */
function nameTemplate({ templateId }: { templateId: string | null }): string | null {
  return TEMPLATES.find(({ id }) => id === templateId)?.title ?? templateId;
}

async function readReviews(db: Database, sampleId: number): Promise<HistoryEntry[]> {
  const reviews = await db.review.findMany({
    where: { sampleId },
    // Every claim raises the token, so it orders the reviews of a sample without a clock.
    orderBy: { leaseToken: "asc" },
    include: {
      reviewer: { select: { name: true } },
      irBefore: { select: { version: true } },
      irAfter: { select: { version: true } },
      undo: { include: { user: { select: { name: true } } } },
    },
  });
  return reviews.flatMap((review): HistoryEntry[] => {
    const { id, verdict, reasons, note, checklist, undo } = review;
    const given: HistoryEntry = {
      kind: "review",
      at: review.createdAt.toISOString(),
      by: review.reviewer.name,
      reviewId: id,
      verdict,
      reasons,
      note,
      checklist,
      irVersionBefore: review.irBefore.version,
      irVersionAfter: review.irAfter.version,
    };
    if (!undo) return [given];
    const { createdAt, user } = undo;
    return [given, { kind: "undo", at: createdAt.toISOString(), by: user.name, reviewId: id }];
  });
}
