import type { Import } from "@foundry/core/imports/import.schema";
import { countOf } from "../../components/format/format-count";

function describeAdded({ promptCount, sampleCount }: Import): string {
  if (promptCount === 0 && sampleCount === 0) return "nothing new was added";
  const parts = [
    ...(promptCount > 0 ? [countOf(promptCount, "new prompt")] : []),
    ...(sampleCount > 0 ? [countOf(sampleCount, "new sample")] : []),
  ];
  const verb = parts.length === 1 && promptCount + sampleCount === 1 ? "was" : "were";
  return `${parts.join(" and ")} ${verb} added`;
}

/** What became of the file, in sentences; for every state but the two that are under way. */
export function summariseImport(item: Import): string[] {
  const sentences = [`Of ${countOf(item.recordCount, "record")} read, ${describeAdded(item)}.`];
  if (item.duplicateCount > 0) {
    sentences.push(
      `${countOf(item.duplicateCount, "record")} ${item.duplicateCount === 1 ? "was here already and is left as it is" : "were here already and left as they are"}.`,
    );
  }
  if (item.badCount > 0) {
    sentences.push(
      `${countOf(item.badCount, "row")} could not be used; ${item.badCount === 1 ? "it is" : "they are"} listed below with the reason.`,
    );
  }
  if (item.strippedCount > 0) {
    sentences.push(
      `${countOf(item.strippedCount, "IR")} had “provenance” keys, which were taken out.`,
    );
  }
  return sentences;
}
