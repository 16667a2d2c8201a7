import type {
  GenerationEstimate,
  OrderGeneration,
} from "@foundry/core/generation/generation.schema";
import { countOf } from "../../components/format/format-count";
import { formatMoney } from "../../components/format/format-money";

/**
 * What the start button does, in its own words: "Start: 340 prompts, about $3.20".
 *
 * @param estimate null while it is not known
 */
export function describeStart(
  { producer }: Pick<OrderGeneration, "producer">,
  estimate: GenerationEstimate | null,
): string {
  if (estimate === null) return "Start";
  const prompts = countOf(estimate.promptCount, "prompt");
  if (producer === "blueprint") return `Start: ${prompts}, free`;
  if (estimate.costUsd === null) return `Start: ${prompts}, cost not known`;
  return `Start: ${prompts}, about ${formatMoney(estimate.costUsd.expected)}`;
}
