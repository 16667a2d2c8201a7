import type { Prisma } from "@foundry/prisma/client";
import { publishEvent } from "../events/publish-event.ts";
import type { ImportRecord } from "./import-record.ts";
import { insertBenchmarkCases, type NewBenchmarkCase } from "./insert-benchmark-cases.ts";
import { insertPrompts } from "./insert-prompts.ts";
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
  const [isNewPrompt, isNewSample, isNewCase] = [
    takeOnce(prompts.added),
    takeOnce(samples),
    takeOnce(cases.added),
  ];
  const duplicates = rows.filter(({ promptSha256, sample, benchmarkCase }) => {
    const isPrompt = isNewPrompt(promptSha256);
    const isSample = sample !== null && isNewSample(sampleKey(sample));
    const isCase = benchmarkCase !== null && isNewCase(benchmarkCase.promptId);
    return !isPrompt && !isSample && !isCase;
  });
  return {
    promptCount: prompts.added.size,
    sampleCount: samples.size,
    duplicateCount: duplicates.length,
    issues: findOtherCases(rows, cases.kept),
  };
}

function toRows(index: number, record: ImportRecord, promptIds: Map<string, number>): RecordRows {
  const promptSha256 = record.prompt.sha256;
  const promptId = promptIds.get(promptSha256);
  if (promptId === undefined) throw new Error("a prompt that was just inserted is not there");
  return {
    index,
    promptSha256,
    sample: record.ir && { promptId, ir: record.ir },
    benchmarkCase: record.benchmarkCase && { promptId, ...record.benchmarkCase },
  };
}

/** Of equal records in one batch the first one added the row; the others are duplicates. */
function takeOnce<Key>(keys: ReadonlySet<Key>): (key: Key) => boolean {
  const left = new Set(keys);
  return (key) => left.delete(key);
}

function findOtherCases(
  rows: readonly RecordRows[],
  kept: Map<number, { testCases: string }>,
): Map<number, RecordIssue> {
  const issue: RecordIssue = {
    severity: "warning",
    code: "other_benchmark_case",
    message: "This prompt already has other test cases, and those were kept. Compare the two.",
    path: "/test_cases",
  };
  const others = rows.filter(
    ({ benchmarkCase }) =>
      benchmarkCase !== null &&
      kept.get(benchmarkCase.promptId)?.testCases !== benchmarkCase.testCases,
  );
  return new Map(others.map(({ index }) => [index, issue]));
}

function withIssues(reading: PlacedReading, more: Map<number, RecordIssue>): PlacedReading {
  const issue = more.get(reading.index);
  return issue === undefined ? reading : { ...reading, issues: [...reading.issues, issue] };
}

function isStripped({ ir }: ImportRecord): boolean {
  return ir !== null && ir.rawBeforeStrip !== null;
}
