import type { Readable } from "node:stream";
import type { Database } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";
import type { Storage } from "../storage/storage.ts";
import type { RunnerIdentity } from "./find-runner.ts";
import { findTaskCheckpoint, listTaskFiles, type TaskFile } from "./list-task-files.ts";

export interface OpenFile extends TaskFile {
  content: Readable;
}

/**
 * A file of the task that the runner works on, for its download.
 * @throws DomainError `not_found`, also for the file of another's task
 */
export async function openTaskFile(
  db: Database,
  storage: Storage,
  { runnerId }: RunnerIdentity,
  { taskId, name }: { taskId: string; name: string },
): Promise<OpenFile> {
  const own = await db.runnerTask.findFirst({
    where: { id: taskId, runnerId, state: "running" },
    select: { id: true },
  });
  const files = own === null ? [] : await listOpenFiles(db, taskId);
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) {
    throw new DomainError("not_found", "This runner's task has no such file.");
  }
  return { ...file, content: storage.read(file.storageKey) };
}

async function listOpenFiles(db: Database, taskId: string): Promise<TaskFile[]> {
  const [files, checkpoint] = await Promise.all([
    listTaskFiles(db, taskId),
    findTaskCheckpoint(db, taskId),
  ]);
  return checkpoint === null ? files : [...files, checkpoint];
}
