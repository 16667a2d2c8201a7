import type { Prisma } from "@foundry/prisma/client";
import { publishEvent } from "../events/publish-event.ts";
import { orderSweep } from "../jobs/order-sweep.ts";
import type { ImportRecord } from "./import-record.ts";
import { insertBenchmarkCases, type NewBenchmarkCase } from "./insert-benchmark-cases.ts";
import { insertPrompts } from "./insert-prompts.ts";
import { insertRunMaterial, materialKeys, type NewRunMaterial } from "./insert-run-material.ts";
import { insertSamples, type NewSample, sampleKey } from "./insert-samples.ts";
import type { ImportBatch, PlacedReading } from "./read-batches.ts";
import type { RecordIssue } from "./record-issue.ts";
import { writeIssues } from "./write-issues.ts";

/** A good record with the rows that it asks for. */
interface RecordRows {
  index: number;
  promptSha256: string;
  sample: NewSample | null;
  benchmarkCase: NewBenchmarkCase | null;
  runMaterial: NewRunMaterial | null;
}

/**
 * Writes one batch and moves the import's counters past it; both or neither.
 * @param batch begins where the counters stand
 */
export async function writeBatch(
  tx: Prisma.TransactionClient,
  importId: string,
  { readings, endOffset }: ImportBatch,
): Promise<void> {
  const good = readings.flatMap(({ index, record }) => (record ? [{ index, record }] : []));
  const added = await insertRecords(tx, importId, good);
  await writeIssues(
    tx,
    importId,
    readings.map((reading) => withIssues(reading, added.issues)),
  );
  await tx.import.update({
    where: { id: importId },
    data: {
      recordCount: { increment: readings.length },
      badCount: { increment: readings.length - good.length },
      promptCount: { increment: added.promptCount },
      sampleCount: { increment: added.sampleCount },
      duplicateCount: { increment: added.duplicateCount },
      strippedCount: { increment: good.filter(({ record }) => isStripped(record)).length },
      bytesDone: endOffset,
    },
  });
  await publishEvent(tx, { topic: "import", id: importId });
  if (added.sampleCount > 0) await publishEvent(tx, { topic: "queue", id: "all" });
  // Last, because it makes a sweep that is under way wait for the end of this transaction.
  if (added.sampleCount > 0 || added.hasRunMaterial) {
    await orderSweep(tx, "checkIrs", { isAgain: false });
  }
}

async function insertRecords(
  tx: Prisma.TransactionClient,
  importId: string,
  records: readonly { index: number; record: ImportRecord }[],
) {
  const prompts = await insertPrompts(
    tx,
    importId,
    records.map(({ record }) => record),
  );
  const rows = records.map(({ index, record }) => toRows(index, record, prompts.ids));
  const samples = await insertSamples(
    tx,
    importId,
    rows.flatMap(({ sample }) => sample ?? []),
  );
  const wantedCases = rows.flatMap(({ benchmarkCase }) => benchmarkCase ?? []);
  const cases = await insertBenchmarkCases(tx, wantedCases);
  const material = await insertRunMaterial(
    tx,
    rows.flatMap(({ runMaterial }) => runMaterial ?? []),
  );
  const [isNewPrompt, isNewSample, isNewCase, isNewMaterial] = [
    takeOnce(prompts.added),
    takeOnce(new Set(samples.keys())),
    takeOnce(cases.added),
    takeOnce(material.added),
  ];
  const duplicates = rows.filter(({ promptSha256, sample, benchmarkCase, runMaterial }) => {
    const isPrompt = isNewPrompt(promptSha256);
    const isSample = sample !== null && isNewSample(sampleKey(sample));
    const isCase = benchmarkCase !== null && isNewCase(benchmarkCase.promptId);
    const isMaterial =
      runMaterial !== null && materialKeys(runMaterial).filter(isNewMaterial).length > 0;
    return !isPrompt && !isSample && !isCase && !isMaterial;
  });
  return {
    promptCount: prompts.added.size,
    sampleCount: samples.size,
    duplicateCount: duplicates.length,
    hasRunMaterial: material.added.size > 0,
    issues: [...findOtherCases(rows, cases.kept), ...findOtherInputs(rows, material.keptInputs)],
  };
}

function toRows(index: number, record: ImportRecord, promptIds: Map<string, number>): RecordRows {
  const { implementation, inputs } = record;
  const promptSha256 = record.prompt.sha256;
  const promptId = promptIds.get(promptSha256);
  if (promptId === undefined) throw new Error("a prompt that was just inserted is not there");
  return {
    index,
    promptSha256,
    sample: record.ir && { promptId, ir: record.ir },
    benchmarkCase: record.benchmarkCase && { promptId, ...record.benchmarkCase },
    runMaterial: implementation || inputs ? { promptId, implementation, inputs } : null,
  };
}

/** Of equal records in one batch the first one added the row; the others are duplicates. */
function takeOnce<Key>(keys: ReadonlySet<Key>): (key: Key) => boolean {
  const left = new Set(keys);
  return (key) => left.delete(key);
}

type IssueAt = [index: number, issue: RecordIssue];

function findOtherCases(
  rows: readonly RecordRows[],
  kept: Map<number, { testCases: string }>,
): IssueAt[] {
  const issue: RecordIssue = {
    severity: "warning",
    code: "other_benchmark_case",
    message: "This prompt already has other test cases, and those were kept. Compare the two.",
    path: "/test_cases",
  };
  return rows
    .filter(
      ({ benchmarkCase }) =>
        benchmarkCase !== null &&
        kept.get(benchmarkCase.promptId)?.testCases !== benchmarkCase.testCases,
    )
    .map(({ index }) => [index, issue]);
}

function findOtherInputs(rows: readonly RecordRows[], kept: Map<number, string>): IssueAt[] {
  const issue: RecordIssue = {
    severity: "warning",
    code: "other_inputs",
    message: "This prompt already has other inputs, and those were kept. Compare the two.",
    path: "/inputs",
  };
  return rows
    .filter(
      ({ runMaterial }) =>
        runMaterial?.inputs &&
        kept.get(runMaterial.promptId) !== JSON.stringify(runMaterial.inputs),
    )
    .map(({ index }) => [index, issue]);
}

function withIssues(reading: PlacedReading, more: readonly IssueAt[]): PlacedReading {
  const added = more.filter(([index]) => index === reading.index).map(([, issue]) => issue);
  return added.length === 0 ? reading : { ...reading, issues: [...reading.issues, ...added] };
}

function isStripped({ ir }: ImportRecord): boolean {
  return ir !== null && ir.rawBeforeStrip !== null;
}
