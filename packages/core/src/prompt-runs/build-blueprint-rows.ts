import { sha256Hex } from "../database/sha256.ts";
import { readIr } from "../ir/read-ir.ts";
import { toStorableDocument } from "../ir/storable-document.ts";
import { buildPromptBlueprint } from "../prompts/build-prompt-blueprint.ts";
import type { PromptRecord } from "../prompts/prompt-record.ts";

/**
 * The blueprint of a prompt as its rows have it: the sample, the implementation and the inputs.
 * @throws DomainError `unknown_template` when the catalogue has no such template or slot value
 */
export function buildBlueprintRows(
  promptId: number,
  record: Pick<PromptRecord, "template" | "slots">,
) {
  const { ir, implementation, inputs } = buildPromptBlueprint(record);
  const raw = JSON.stringify(ir, null, 2);
  const { value, isSchemaValid } = readIr(raw);
  const document = toStorableDocument(value);
  return {
    promptId,
    ir: {
      raw,
      sha256: sha256Hex(raw),
      documentJson: document === null ? null : JSON.stringify(document),
      isSchemaValid,
      rawBeforeStrip: null,
    },
    provenance: { provider: "blueprint", model: null, promptVersion: null },
    implementation: { source: implementation, sha256: sha256Hex(implementation) },
    inputs,
  };
}
