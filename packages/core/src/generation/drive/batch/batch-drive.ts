import type { AnthropicBatches } from "../../producers/anthropic-batches.ts";
import type { ModelDrive } from "../drive.ts";

/** A driver whose run goes by the provider's batches. */
export interface BatchDrive extends ModelDrive {
  batches: AnthropicBatches;
}
