import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { ExportFormat } from "./export.schema.ts";
import {
  type ExportedSample,
  type ExportPage,
  pageExportedSamples,
} from "./page-exported-samples.ts";

/**
 * The accepted and corrected samples as JSON Lines, benchmark prompts left out.
 *
 * It reads page by page and holds no snapshot, so that a slow reader of the export harms nobody: a
 * sample counts as it stands when its page is read. Each is there once, and none that was imported
 * after the export began.
 *
 * @returns lines, each with its line break
 * @throws DomainError `forbidden`, before the first line
 */
export async function* streamExport(
  db: Database,
  actor: Actor,
  { format }: { format: ExportFormat },
): AsyncGenerator<string> {
  authorize(actor, "corpus.export");
  const { _max } = await db.queueItem.aggregate({ _max: { sampleId: true } });
  const last = _max.sampleId ?? 0;
  for (let after: number | null = 0; after !== null;) {
    const page: ExportPage = await pageExportedSamples(db, { after, last });
    for (const sample of page.samples) yield `${JSON.stringify(toRow[format](sample))}\n`;
    after = page.nextAfter;
  }
}

/** The IR's text goes in as one string, so that it comes out byte for byte. */
const toRow: Record<ExportFormat, (sample: ExportedSample) => object> = {
  original: ({ prompt, raw }) => ({ prompt, completion: raw, label: "good" }),
  "prompt-completion": ({ prompt, raw, sampleId, category, complexity, review, irSha256 }) => ({
    prompt,
    completion: raw,
    metadata: { sample_id: sampleId, category, complexity, review, ir_sha256: irSha256 },
  }),
};
