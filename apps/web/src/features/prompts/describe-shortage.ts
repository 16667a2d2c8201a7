import type { PromptPreview } from "@foundry/core/prompt-runs/prompt-run.schema";
import { countOf, formatCount } from "../../components/format/format-count";

/** How far the templates fall short of one wish, and by how much. */
export function describeShortage({
  category,
  complexity,
  wanted,
  available,
}: PromptPreview["shortages"][number]): string {
  const level = complexity === null ? "" : `${complexity.replaceAll("_", " ")} `;
  const name = category.replaceAll("_", " ");
  return `The templates can give ${countOf(available, `${level}${name} prompt`)} that are all different; ${formatCount(wanted)} are wanted.`;
}
