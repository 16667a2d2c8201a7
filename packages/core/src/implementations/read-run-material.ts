import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";
import { type PythonCase, readPythonCases } from "./read-python-cases.ts";

/** What came with a prompt for its implementations to be run on. */
export interface RunMaterial {
  storedInputs: string[][];
  benchmarkCases: PythonCase[];
}

const inputsSchema = z.array(z.array(z.string()));

export async function readRunMaterial(
  db: DatabaseOrTransaction,
  promptId: number,
): Promise<RunMaterial> {
  const [stored, benchmark] = await Promise.all([
    db.promptInputs.findUnique({ where: { promptId } }),
    db.benchmarkCase.findUnique({ where: { promptId }, select: { testCases: true } }),
  ]);
  return {
    storedInputs: stored ? inputsSchema.parse(stored.inputs) : [],
    benchmarkCases: benchmark ? readPythonCases(benchmark.testCases) : [],
  };
}
