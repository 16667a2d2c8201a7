import { randomUUID } from "node:crypto";
import type { Database } from "@foundry/prisma/client";
import { makeRunner } from "@foundry/prisma/factories/make-runner";
import { sha256Hex } from "../../database/sha256.ts";
import type { Dataset } from "../../datasets/dataset.schema.ts";
import { datasetTest } from "../../datasets/testing/dataset-test.ts";
import { makeAcceptedBlueprints } from "../../datasets/testing/make-accepted-blueprints.ts";
import { PRESETS } from "../../training/presets.ts";
import { startTrainingRun } from "../../training/start-training-run.ts";
import type { TrainingConfig } from "../../training/training-config.schema.ts";
import type { TrainingRun } from "../../training/training-run.schema.ts";
import type { RunnerIdentity } from "../find-runner.ts";
import type { ArtifactKind, HeldTask, StoredArtifact } from "../runner-protocol.schema.ts";
import { storeArtifact } from "../store-artifact.ts";
import { takeWork } from "../take-work.ts";

/** A task as its runner holds it. */
export interface Hold extends HeldTask {
  taskId: string;
}

const NO_NEGATIVES = { errorTypes: [], perSample: 0, withCorrections: false };

interface RunnerFixtures {
  /** Of 30 samples, without pairs. */
  dataset: Dataset;
  /** Orders a training with the small preset; another seed makes it another run. */
  start: (change?: Partial<TrainingConfig>) => Promise<TrainingRun>;
  /** A machine without a GPU. */
  runner: RunnerIdentity;
  /** Takes the next task. */
  take: (runner?: RunnerIdentity) => Promise<Hold>;
  /** Hands over a file of a held task. */
  hand: (hold: Hold, kind: ArtifactKind, content?: string) => Promise<StoredArtifact>;
}

/** A database test with a frozen dataset, an admin who starts trainings, and a runner. */
export const runnerTest = datasetTest.extend<RunnerFixtures>({
  dataset: async ({ db, freeze }, use) => {
    await makeAcceptedBlueprints(db, 30);
    await use(await freeze({ negatives: NO_NEGATIVES }));
  },
  start: async ({ db, admin, dataset }, use) =>
    use((change = {}) =>
      startTrainingRun(db, admin, {
        datasetId: dataset.id,
        preset: "smoke",
        config: { ...PRESETS.smoke.config, ...change },
        requestKey: randomUUID(),
      }),
    ),
  runner: async ({ db }, use) => use(await makeIdentity(db)),
  take: async ({ db, runner }, use) =>
    use(async (taker = runner) => {
      const work = await takeWork(db, taker);
      if (work === null) throw new Error("there is no work");
      const { runId: taskId, attempt, leaseToken } = work;
      return { taskId, attempt, leaseToken: Number(leaseToken) };
    }),
  hand: async ({ db, storage, runner }, use) =>
    use(({ taskId, ...held }, kind, content = `the ${kind} of attempt ${held.attempt}`) =>
      storeArtifact(db, storage, runner, taskId, {
        ...held,
        kind,
        fileName: `${kind}.bin`,
        sha256: sha256Hex(content),
        content: inPieces(content),
      }),
    ),
});

export async function makeIdentity(db: Database, vramGib = 0): Promise<RunnerIdentity> {
  const gpu = vramGib === 0 ? null : { name: "A GPU", vram_gib: vramGib };
  const { id } = await makeRunner(db, { hardware: { gpu } });
  return { runnerId: id };
}

/** As if the runner had been silent for longer than its lease. */
export async function expireLease(db: Database, taskId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE runner_task SET lease_expires_at = now() - interval '1 second'
    WHERE id = ${taskId}::uuid`;
}

export async function* inPieces(content: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 10) yield Buffer.from(content.slice(at, at + 10));
}
