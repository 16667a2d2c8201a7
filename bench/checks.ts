import { readFile } from "node:fs/promises";
import { CHECKS } from "@foundry/core/checks/check-catalogue";
import { checkIr } from "@foundry/core/checks/check-ir";
import { CheckSubject } from "@foundry/core/checks/check-subject";
import { readCheckableIr } from "@foundry/core/checks/read-checkable-ir";
import { readIr } from "@foundry/core/ir/read-ir";
import { irJsonSchema } from "@foundry/core/ir/ir-json-schema";
import { Ajv } from "ajv";

const CORPUS = new URL("../corpus/sample-corpus.jsonl", import.meta.url);
const WARM_UP = 2_000;
const BATCH = 480;
const ROUNDS = 11;
/** All checks against the validation of the schema alone. */
const LIMIT_RATIO = 20;
const LIMIT_MS = 2;
const EDITOR_BYTES = 20_000;
const KEYSTROKES = 300;
const LARGE_BYTES = 900_000;

interface Record {
  prompt: string;
  raw: string;
}

/** The cost of all checks against Ajv on the same files, of each check, of a keystroke and of 1 MB. */
export async function measureChecks(): Promise<boolean> {
  const records = await readRecords();
  const isGood = compareWithAjv(records);
  printCostOfChecks(records);
  printKeystrokes(records);
  printLargeIrs(records);
  return isGood;
}

async function readRecords(): Promise<Record[]> {
  const lines = (await readFile(CORPUS, "utf8")).trimEnd().split("\n");
  return lines.map((line) => {
    const { prompt, ir } = JSON.parse(line) as { prompt: string; ir: unknown };
    return { prompt, raw: JSON.stringify(ir) };
  });
}

/**
 * IRs that were never seen before: another number stands in every effect and predicate, so that
 * nothing that is remembered of earlier texts helps. What it takes to make them is not measured.
 */
function varyRecords(records: Record[], count: number, from: number): Record[] {
  return Array.from({ length: count }, (_, at) => {
    const { prompt, raw } = records[at % records.length] ?? { prompt: "", raw: "{}" };
    const ir = JSON.parse(raw) as {
      effects?: { description: string }[];
      assertions?: { predicate: string }[];
    };
    const number = 1_000_000 + from + at;
    for (const effect of ir.effects ?? []) effect.description += ` (case ${number})`;
    for (const assertion of ir.assertions ?? []) assertion.predicate += ` or result == ${number}`;
    return { prompt, raw: JSON.stringify(ir) };
  });
}

function compareWithAjv(records: Record[]): boolean {
  const validate = new Ajv({ allErrors: true }).compile(irJsonSchema("draft-7"));
  const check = ({ prompt, raw }: Record) => checkIr(prompt, raw);
  const validateOnly = ({ raw }: Record) => validate(JSON.parse(raw));
  for (const record of varyRecords(records, WARM_UP, 0)) {
    check(record);
    validateOnly(record);
  }
  const times: { ours: number[]; ajv: number[] } = { ours: [], ajv: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const batch = varyRecords(records, BATCH, WARM_UP + round * BATCH);
    times.ours.push(timeEach(batch, check));
    times.ajv.push(timeEach(batch, validateOnly));
  }
  const [ours, ajv] = [median(times.ours), median(times.ajv)];
  const ratio = ours / ajv;
  console.log(
    `  checkIr   ${(1_000 / ours).toFixed(0)} IRs/s, ${ours.toFixed(3)} ms an IR (limit ${LIMIT_MS})`,
  );
  console.log(
    `  Ajv       ${(1_000 / ajv).toFixed(0)} IRs/s, ${ajv.toFixed(4)} ms an IR, parsing included`,
  );
  console.log(
    `  ratio     ${ratio.toFixed(1)} × Ajv (limit ${LIMIT_RATIO}); processor time, every IR is new to both\n`,
  );
  return ratio <= LIMIT_RATIO && ours < LIMIT_MS;
}

/** Milliseconds of processor time for one record: on a busy machine the clock runs on while others work. */
function timeEach(records: Record[], work: (record: Record) => unknown): number {
  const startedAt = process.cpuUsage();
  for (const record of records) work(record);
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1_000 / records.length;
}

/** What the first check reads is remembered for the others, as in the product; so the order counts. */
function printCostOfChecks(records: Record[]): void {
  const totals = new Map<string, number>();
  const batch = varyRecords(records, BATCH * 2, 1_000_000);
  for (const { prompt, raw } of batch) {
    const ir = readCheckableIr(readIr(raw));
    if (ir === null) continue;
    const subject = new CheckSubject(prompt, ir);
    for (const check of CHECKS) {
      const startedAt = performance.now();
      check.run(subject);
      totals.set(check.id, (totals.get(check.id) ?? 0) + performance.now() - startedAt);
    }
  }
  console.log("  µs an IR of each check, dearest first");
  for (const [id, total] of [...totals].toSorted(([, left], [, right]) => right - left)) {
    console.log(`  ${id.padEnd(32)} ${((total / batch.length) * 1_000).toFixed(1).padStart(8)}`);
  }
}

/** One character more in one effect of a long IR, as while typing. */
function printKeystrokes(records: Record[]): void {
  const { prompt, ir } = makeLongIr(records);
  const text = JSON.stringify(ir, null, 2);
  const at = text.indexOf('"description": "') + 20;
  const times = Array.from({ length: KEYSTROKES }, (_, key) => {
    const typed = "Otherwise it is ".repeat(20).slice(0, key + 1);
    const edited = text.slice(0, at) + typed + text.slice(at);
    const startedAt = performance.now();
    checkIr(prompt, edited);
    return performance.now() - startedAt;
  }).toSorted((left, right) => left - right);
  const percentile = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  console.log(
    `\n  a keystroke in an IR of ${(text.length / 1_000).toFixed(0)} kB: p50 ${percentile(0.5).toFixed(1)} ms, p95 ${percentile(0.95).toFixed(1)} ms, longest ${percentile(1).toFixed(1)} ms`,
  );
}

/** Effects and assertions of several IRs in one, until it is as long as the longest that people edit. */
function makeLongIr(records: Record[]) {
  const [first, ...others] = records.map(({ prompt, raw }) => ({
    prompt,
    ir: JSON.parse(raw) as { effects: unknown[]; assertions: unknown[] },
  }));
  if (first === undefined) throw new Error("the sample corpus is empty");
  for (const { ir } of others) {
    if (JSON.stringify(first.ir, null, 2).length > EDITOR_BYTES) break;
    first.ir.effects.push(...ir.effects);
    first.ir.assertions.push(...ir.assertions);
  }
  return first;
}

/** The longest IRs that are read at all: one part of a small IR repeated. */
function printLargeIrs([first]: Record[]): void {
  if (first === undefined) return;
  for (const part of ["effects", "assertions"] as const) {
    const ir = JSON.parse(first.raw) as { [Part in typeof part]: unknown[] };
    const [repeated] = ir[part];
    const count = Math.floor(LARGE_BYTES / JSON.stringify(repeated).length);
    ir[part] = Array.from({ length: count }, () => repeated);
    const raw = JSON.stringify(ir);
    const startedAt = performance.now();
    checkIr(first.prompt, raw);
    const time = performance.now() - startedAt;
    console.log(
      `  an IR of ${(raw.length / 1e6).toFixed(1)} MB with ${count} ${part}: ${time.toFixed(0)} ms`,
    );
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
