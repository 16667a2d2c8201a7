import { IR_LIMITS } from "@foundry/core/ir/ir-limits";
import { scanJson } from "@foundry/core/ir/scan-json";
import { writeJson } from "./write-json";

/** Columns that the middle of the desk shows at 1366 pixels. */
const READABLE_WIDTH = 70;

/**
 * The text as it is shown: one statement a line, short objects whole. Only white space changes; a
 * text that is not JSON, or too large to lay out, is shown as it is.
 */
export function layOutJson(text: string): string {
  if (!scanJson(text, IR_LIMITS).ok) return text;
  return writeJson(text, { indent: "  ", colon: ": ", comma: ",", inlineWidth: READABLE_WIDTH });
}
