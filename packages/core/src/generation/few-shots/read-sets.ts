import type { DatabaseOrTransaction, Prisma } from "@foundry/prisma/client";
import { type FewShotSetDetail, fewShotSetDetailSchema } from "../few-shot.schema.ts";
import { readModels } from "../prices/read-models.ts";
import { describeExamples } from "./describe-examples.ts";

const INCLUDE = {
  createdBy: { select: { name: true } },
  _count: { select: { runs: true } },
  examples: {
    orderBy: { position: "asc" },
    include: {
      ir: { select: { raw: true } },
      sample: { select: { prompt: { select: { text: true } } } },
    },
  },
} as const satisfies Prisma.FewShotSetInclude;

/** Sets with their examples and what they cost, by name, the newest version first. */
export async function readSets(
  db: DatabaseOrTransaction,
  query: { where: Prisma.FewShotSetWhereInput; take?: number },
): Promise<FewShotSetDetail[]> {
  const models = await readModels(db);
  const newest = await db.fewShotSet.groupBy({
    by: ["name"],
    where: { archivedAt: null },
    _max: { version: true },
  });
  const newestVersions = new Map(newest.map(({ name, _max }) => [name, _max.version]));
  const rows = await db.fewShotSet.findMany({
    ...query,
    orderBy: [{ name: "asc" }, { version: "desc" }],
    include: INCLUDE,
  });
  return rows.map(({ createdBy, createdAt, _count, examples, ...set }) => {
    const sources = examples.map(({ ir, sample, ...example }) => ({
      sampleId: example.sampleId,
      irId: example.irId,
      category: example.category,
      prompt: sample.prompt.text,
      irRaw: ir.raw,
    }));
    return fewShotSetDetailSchema.parse({
      ...set,
      ...describeExamples(sources, models),
      isNewest: newestVersions.get(set.name) === set.version,
      runCount: _count.runs,
      createdBy: createdBy.name,
      createdAt: createdAt.toISOString(),
    });
  });
}
