import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { expect } from "vitest";
import type { DatasetExportFormat } from "./dataset.schema.ts";
import type { Split } from "./split.schema.ts";
import { streamDatasetExport } from "./stream-dataset-export.ts";
import { datasetTest } from "./testing/dataset-test.ts";
import { makeAcceptedBlueprints } from "./testing/make-accepted-blueprints.ts";

datasetTest(
  "a dataset is exported in three formats, the wrong IRs in one of them",
  async ({ db, storage, admin, freeze }) => {
    const samples = await makeAcceptedBlueprints(db, 40);
    const { id, summary, pairCount } = await freeze();
    const read = async (format: DatasetExportFormat, split?: Split) => {
      const content = await text(
        Readable.from(streamDatasetExport(db, storage, admin, id, { format, split })),
      );
      return content.split("\n").filter((line) => line !== "");
    };
    const original = (await read("original")).map((line) => JSON.parse(line));
    expect(original).toHaveLength(samples.length);
    expect(new Set(original.map(({ prompt }) => prompt))).toEqual(
      new Set(samples.map(({ promptText }) => promptText)),
    );
    expect(new Set(original.map(({ label }) => label))).toEqual(new Set(["good"]));
    const chat = await read("chat");
    expect(chat).toHaveLength(40);
    expect(await read("chat", "test")).toEqual(chat.slice(-summary.items.test));
    expect(await read("original", "test")).toHaveLength(summary.items.test);
    const pairs = (await read("pairs")).map((line) => JSON.parse(line));
    expect(pairs).toHaveLength(pairCount);
    expect(pairCount).toBeGreaterThan(0);
    const supervised = JSON.stringify([original, chat]);
    for (const { rejected } of pairs) {
      expect(supervised).not.toContain(JSON.stringify(rejected[0].content).slice(1, -1));
    }
  },
);

datasetTest(
  "an export is for admins, and of a dataset that there is",
  async ({ db, storage, admin }) => {
    const { actor } = await makeUser(db, { role: "reviewer" });
    const none = "0198a000-0000-7000-8000-000000000001";
    const first = (as: typeof actor) =>
      streamDatasetExport(db, storage, as, none, { format: "chat" }).next();
    await expect(first(actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(first(admin)).rejects.toMatchObject({ code: "not_found" });
  },
);
