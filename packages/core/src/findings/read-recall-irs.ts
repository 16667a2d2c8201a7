import type { Database } from "@foundry/prisma/client";
import { readIr } from "../ir/read-ir.ts";
import { buildPromptBlueprint } from "../prompts/build-prompt-blueprint.ts";
import { generatePrompts } from "../prompts/generate-prompts.ts";
import { MIN_GOOD_SAMPLES } from "./order-due-recall.ts";

const MAX_SAMPLES = 100;
/** Of an IR; larger ones say no more and take long. */
const MAX_BYTES = 50_000;
const BUILT_IN_COUNT = 60;

/** A good IR to be spoiled; equal seeds spoil it equally. */
export interface RecallIr {
  seed: number;
  prompt: string;
  ir: unknown;
}

/** IRs that people have found good or, as long as these are few, IRs that the templates build. */
export async function readRecallIrs(
  db: Database,
): Promise<{ isBuiltIn: boolean; irs: RecallIr[] }> {
  const irs = await readGoodIrs(db);
  if (irs.length >= MIN_GOOD_SAMPLES) return { isBuiltIn: false, irs };
  return { isBuiltIn: true, irs: buildIrs() };
}

/** Spread over the whole corpus, and the same ones each time. */
async function readGoodIrs(db: Database): Promise<RecallIr[]> {
  const samples = await db.$queryRaw<{ sampleId: number; prompt: string; raw: string }[]>`
    SELECT q.sample_id AS "sampleId", p.text AS prompt, i.raw
    FROM queue_item q
    JOIN ir i ON i.id = q.current_ir_id
    JOIN sample s ON s.id = q.sample_id
    JOIN prompt p ON p.id = s.prompt_id
    WHERE q.state IN ('accepted', 'corrected') AND octet_length(i.raw) <= ${MAX_BYTES}
    ORDER BY hashint4(q.sample_id), q.sample_id
    LIMIT ${MAX_SAMPLES}`;
  return samples.map(({ sampleId, prompt, raw }) => ({
    seed: sampleId,
    prompt,
    ir: readIr(raw).value,
  }));
}

/** Right by construction, and the same ones on every machine. */
function buildIrs(): RecallIr[] {
  const { records } = generatePrompts({ count: BUILT_IN_COUNT, seed: "recall" });
  return records.map((record, seed) => ({
    seed,
    prompt: record.prompt,
    ir: buildPromptBlueprint(record).ir,
  }));
}
