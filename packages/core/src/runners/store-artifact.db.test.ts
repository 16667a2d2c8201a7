import { readdir } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { describe, expect } from "vitest";
import { sha256Hex } from "../database/sha256.ts";
import { logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import { openArtifact } from "./open-artifact.ts";
import { recoverLostTasks } from "./recover-lost-tasks.ts";
import { storeArtifact } from "./store-artifact.ts";
import { expireLease, inPieces, runnerTest } from "./testing/runner-test.ts";

const silent = logger.child({}, { level: "silent" });
const CONTENT = "weights ".repeat(50);

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.filter(({ parentPath }) => parentPath.includes("artifacts")).length;
}

describe("an artifact", () => {
  runnerTest(
    "is stored once when it is whole, and comes back byte for byte",
    async ({ db, storage, admin, folder, start, take, hand }) => {
      const { number } = await start();
      const hold = await take();
      const stored = await hand(hold, "adapter_peft", CONTENT);
      expect(stored).toMatchObject({ sha256: sha256Hex(CONTENT), byteCount: CONTENT.length });
      // The answer was lost: the same again.
      expect(await hand(hold, "adapter_peft", CONTENT)).toEqual(stored);
      expect(await db.artifact.count()).toBe(1);
      expect(await countFiles(folder)).toBe(1);
      const file = await openArtifact(db, storage, admin, stored.artifactId);
      expect(file).toMatchObject({
        fileName: `foundry-training-${number}-adapter_peft.bin`,
        sha256: stored.sha256,
        byteCount: CONTENT.length,
      });
      expect(await text(file.content)).toBe(CONTENT);
      for (const id of ["../../etc/passwd", "%2e%2e", hold.taskId]) {
        await expect(openArtifact(db, storage, admin, id)).rejects.toMatchObject({
          code: "not_found",
        });
      }
    },
  );

  runnerTest.for([
    ["cut short", CONTENT.slice(0, -1)],
    ["changed on the way", CONTENT.replace("w", "W")],
    ["empty", ""],
  ] as const)(
    "that arrives %s leaves nothing",
    async ([, arrived], { db, storage, folder, start, runner, take }) => {
      await start();
      const { taskId, ...held } = await take();
      const upload = { ...held, kind: "adapter_peft" as const, fileName: "adapter.tar" };
      await expect(
        storeArtifact(db, storage, runner, taskId, {
          ...upload,
          sha256: sha256Hex(CONTENT),
          content: inPieces(arrived),
        }),
      ).rejects.toMatchObject({ code: "invalid_input", reason: "checksum_mismatch" });
      expect(await db.artifact.count()).toBe(0);
      expect(await countFiles(folder)).toBe(0);
    },
  );

  runnerTest(
    "whose connection breaks leaves nothing",
    async ({ db, storage, folder, start, runner, take }) => {
      await start();
      const { taskId, ...held } = await take();
      async function* broken() {
        yield Buffer.from(CONTENT.slice(0, 100));
        throw new Error("the connection was reset");
      }
      await expect(
        storeArtifact(db, storage, runner, taskId, {
          ...held,
          kind: "checkpoint",
          fileName: "checkpoint.tar",
          sha256: sha256Hex(CONTENT),
          content: broken(),
        }),
      ).rejects.toThrow("the connection was reset");
      expect(await db.artifact.count()).toBe(0);
      expect(await countFiles(folder)).toBe(0);
    },
  );

  runnerTest(
    "of a runner that loses its task while it sends leaves nothing",
    async ({ db, storage, folder, start, runner, take }) => {
      await start();
      const { taskId, ...held } = await take();
      async function* slow() {
        yield Buffer.from(CONTENT.slice(0, 100));
        await expireLease(db, taskId);
        await recoverLostTasks(db, silent);
        yield Buffer.from(CONTENT.slice(100));
      }
      await expect(
        storeArtifact(db, storage, runner, taskId, {
          ...held,
          kind: "adapter_peft",
          fileName: "adapter.tar",
          sha256: sha256Hex(CONTENT),
          content: slow(),
        }),
      ).rejects.toMatchObject({ reason: "lease_lost" });
      expect(await db.artifact.count()).toBe(0);
      expect(await countFiles(folder)).toBe(0);
    },
  );

  runnerTest(
    "for which the disk has no room leaves nothing, and says so",
    async ({ db, storage, start, runner, take }) => {
      await start();
      const { taskId, ...held } = await take();
      const full: Storage = {
        ...storage,
        write: (key, content) => storage.write(key, content, { maxBytes: 100 }),
      };
      await expect(
        storeArtifact(db, full, runner, taskId, {
          ...held,
          kind: "checkpoint",
          fileName: "checkpoint.tar",
          sha256: sha256Hex(CONTENT),
          content: inPieces(CONTENT),
        }),
      ).rejects.toMatchObject({ code: "too_large" });
      expect(await db.artifact.count()).toBe(0);
    },
  );

  runnerTest(
    "that is a checkpoint replaces all but the one before it",
    async ({ db, folder, start, take, hand }) => {
      await start();
      const hold = await take();
      for (const at of [1, 2, 3, 4]) await hand(hold, "checkpoint", `state at ${at}`);
      await hand(hold, "log");
      const kept = await db.artifact.findMany({
        where: { kind: "checkpoint" },
        orderBy: { id: "asc" },
      });
      expect(kept.map(({ sha256 }) => sha256)).toEqual(
        ["state at 3", "state at 4"].map((state) => sha256Hex(state)),
      );
      expect(await countFiles(folder)).toBe(3);
    },
  );
});
