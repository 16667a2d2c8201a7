import { writeExamples } from "../request/build-request.ts";
import { estimateTokens } from "../request/estimate-tokens.ts";
import type { FewShotSource } from "./few-shot-source.ts";

/** Tokens, estimated, by which examples lengthen a request as it is sent. */
export function measureExamples(
  examples: readonly Pick<FewShotSource, "prompt" | "irRaw">[],
): number {
  if (examples.length === 0) return 0;
  return estimateTokens(
    writeExamples(examples.map(({ prompt, irRaw }) => ({ prompt, ir: irRaw }))),
  );
}
