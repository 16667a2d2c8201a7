import { generatePrompts } from "@foundry/core/prompts/generate-prompts";
import type { PromptRecord } from "@foundry/core/prompts/prompt-record";
import { PromptShortageError } from "@foundry/core/prompts/prompt-shortage-error";
import { UnusableInputError } from "../unusable-input-error.ts";
import { type PromptFlags, readPromptOptions } from "./parse-prompt-options.ts";

/** Draws prompts and says on standard error how many were refused as near-duplicates. */
export function drawPrompts(flags: PromptFlags): PromptRecord[] {
  try {
    const { records, refused } = generatePrompts(readPromptOptions(flags));
    if (refused.length > 0) {
      process.stderr.write(
        `${records.length} prompts; ${refused.length} more were drawn and left out, because they were too similar to one of these\n`,
      );
    }
    return records;
  } catch (error) {
    if (error instanceof PromptShortageError) throw new UnusableInputError(error.message);
    throw error;
  }
}
