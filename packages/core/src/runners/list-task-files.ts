import type { DatabaseOrTransaction } from "@foundry/prisma/client";

/** The test split is not sent to what learns. An evaluation makes its tokenizer of `train`. */
const NEEDED = {
  train: ["train.jsonl", "validation.jsonl"],
  evaluate: ["train.jsonl", "test.jsonl"],
};
/** The name under which the runner gets the adapter that it evaluates. */
const ADAPTER_FILE = "adapter.tar";

/** A file that a runner may download for a task. */
export interface TaskFile {
  name: string;
  storageKey: string;
  sha256: string;
  byteCount: bigint;
}

/** A checkpoint goes under its artifact's id. */
export interface TaskCheckpoint extends TaskFile {
  artifactId: string;
}

/** What a task works on: the files of its dataset and, to evaluate, the adapter. */
export async function listTaskFiles(
  db: DatabaseOrTransaction,
  taskId: string,
): Promise<TaskFile[]> {
  const dataset = { select: { files: { orderBy: { name: "asc" } } } } as const;
  const { kind, training, evaluation } = await db.runnerTask.findUniqueOrThrow({
    where: { id: taskId },
    select: {
      kind: true,
      training: { select: { dataset } },
      evaluation: { select: { dataset, adapter: true } },
    },
  });
  const files: TaskFile[] = (training ?? evaluation)?.dataset.files ?? [];
  const needed = files.filter(({ name }) => NEEDED[kind].includes(name));
  return evaluation === null ? needed : [...needed, { ...evaluation.adapter, name: ADAPTER_FILE }];
}

/** The newest checkpoint that a task has; null when it has none. */
export async function findTaskCheckpoint(
  db: DatabaseOrTransaction,
  taskId: string,
): Promise<TaskCheckpoint | null> {
  const found = await db.artifact.findFirst({
    where: { taskId, kind: "checkpoint" },
    orderBy: { id: "desc" },
  });
  return found === null ? null : { ...found, artifactId: found.id, name: `checkpoint-${found.id}` };
}
