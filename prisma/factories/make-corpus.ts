import { createHash, randomInt, randomUUID } from "node:crypto";
import { type Database, Prisma } from "../client.ts";
import { makePromptWithIr } from "./make-prompt-with-ir.ts";

export interface MadeSample {
  sampleId: number;
  promptId: number;
  promptText: string;
  irId: string;
  irRaw: string;
}

/** What is special about a sample; the rest is made up. */
export interface SampleOptions {
  prompt?: string;
  irRaw?: string;
  isSchemaValid?: boolean;
  category?: string | null;
  complexity?: string | null;
  source?: string;
  priority?: number;
  /** As the checks would give it to the queue; null, as before they have run, when absent. */
  risk?: number | null;
}

const BATCH_SIZE = 1_000;
/** Of one batch, on a machine that does other things as well. */
const TIMEOUT_MS = 30_000;

/** Starts at random, so that two processes that fill one database make different prompts. */
let nextNumber = randomInt(9_000_000);

/**
 * Prompts with their IRs, waiting in the queue, in the order of their sample ids.
 *
 * @param options.categories in turn; the six of the product when absent
 * @param options.each what is special about the sample at an index, from 0
 */
export async function makeCorpus(
  db: Database,
  options: {
    samples: number;
    categories?: readonly string[];
    each?: (index: number) => SampleOptions;
  },
): Promise<MadeSample[]> {
  const made: MadeSample[] = [];
  while (made.length < options.samples) {
    const size = Math.min(BATCH_SIZE, options.samples - made.length);
    const rows = Array.from({ length: size }, (_, offset) => plan(made.length + offset, options));
    made.push(...(await insert(db, rows)));
  }
  return made;
}

type Row = ReturnType<typeof plan>;

function plan(
  index: number,
  options: { categories?: readonly string[]; each?: (index: number) => SampleOptions },
) {
  const special = options.each?.(index) ?? {};
  const template = options.categories?.[index % options.categories.length] ?? special.category;
  const made = makePromptWithIr(nextNumber++, template ?? undefined);
  return {
    text: special.prompt ?? made.prompt,
    irRaw: special.irRaw ?? made.irRaw,
    irId: randomUUID() as string,
    isSchemaValid: special.isSchemaValid ?? true,
    category: special.category === undefined ? made.category : special.category,
    complexity: special.complexity === undefined ? made.complexity : special.complexity,
    source: special.source ?? "factory",
    priority: special.priority ?? 0,
    risk: special.risk ?? null,
  };
}

async function insert(db: Database, rows: Row[]): Promise<MadeSample[]> {
  return db.$transaction(
    async (tx) => {
      const prompts = await tx.prompt.createManyAndReturn({
        data: rows.map(({ text, category, complexity, source }) => ({
          text,
          textSha256: sha256(text),
          category,
          complexity,
          source,
        })),
        select: { id: true, textSha256: true },
      });
      const promptIds = new Map(prompts.map(({ id, textSha256 }) => [textSha256, id]));
      const planned = rows.map((row) => ({
        ...row,
        promptId: promptIds.get(sha256(row.text)) ?? 0,
      }));
      const samples = await tx.sample.createManyAndReturn({
        data: planned.map(({ promptId, irRaw }) => ({ promptId, irSha256: sha256(irRaw) })),
        select: { id: true, promptId: true },
      });
      const sampleIds = new Map(samples.map(({ id, promptId }) => [promptId, id]));
      const ready = planned.map((row) => ({ ...row, sampleId: sampleIds.get(row.promptId) ?? 0 }));
      await tx.ir.createMany({ data: ready.map(irRow) });
      await tx.queueItem.createMany({
        data: ready.map(({ sampleId, irId, category, complexity, priority, risk }) => ({
          sampleId,
          currentIrId: irId,
          category,
          complexity,
          priority,
          risk,
        })),
      });
      return ready.map(({ sampleId, promptId, text, irId, irRaw }) => ({
        sampleId,
        promptId,
        promptText: text,
        irId,
        irRaw,
      }));
    },
    { timeout: TIMEOUT_MS },
  );
}

function irRow({ irId, sampleId, irRaw, isSchemaValid }: Row & { sampleId: number }) {
  return {
    id: irId,
    sampleId,
    version: 1,
    origin: "imported" as const,
    raw: irRaw,
    sha256: sha256(irRaw),
    doc: isSchemaValid ? (JSON.parse(irRaw) as Prisma.InputJsonValue) : Prisma.DbNull,
    isSchemaValid,
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
