import type { Database } from "@foundry/prisma/client";
import { publishEvent } from "../events/publish-event.ts";
import { claimTask } from "./claim-task.ts";
import type { RunnerIdentity } from "./find-runner.ts";
import { findTaskCheckpoint, listTaskFiles, type TaskFile } from "./list-task-files.ts";
import type { Work } from "./runner-protocol.schema.ts";
import { writeConfig } from "./write-config.ts";

/**
 * Takes the next task for a runner, with all that it needs to begin.
 * @returns null when nothing waits that fits its machine
 */
export async function takeWork(db: Database, runner: RunnerIdentity): Promise<Work | null> {
  const task = await claimTask(db, runner);
  if (task === null) return null;
  const [files, checkpoint] = await Promise.all([
    listTaskFiles(db, task.id),
    findTaskCheckpoint(db, task.id),
  ]);
  await publishEvent(db, { topic: "runner-task", id: task.id });
  const { id: runId, kind, attempt, leaseToken, config, configSha256 } = task;
  const download = ({ name, sha256, byteCount }: TaskFile) => ({
    sha256,
    byteCount: Number(byteCount),
    url: `/api/runner/files/${runId}/${name}`,
  });
  return {
    kind,
    runId,
    attempt,
    leaseToken: String(leaseToken),
    config: writeConfig(config),
    configSha256,
    models: kind === "train" ? [] : ["base", "adapter"],
    files: files.map((file) => ({ name: file.name, ...download(file) })),
    resumeFrom:
      checkpoint === null ? null : { artifactId: checkpoint.artifactId, ...download(checkpoint) },
  };
}
