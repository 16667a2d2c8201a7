import type { Finding } from "@foundry/core/checks/finding";
import { IR_LIMITS } from "@foundry/core/ir/ir-limits";
import { scanJson } from "@foundry/core/ir/scan-json";
import { locateJsonPointer, type TextRange } from "../../../components/json/locate-json-pointer";

/** Where in the editor's text a finding is. One about broken JSON has no path, only a place. */
export function locateFinding(text: string, finding: Finding): TextRange {
  if (finding.path !== "") return locateJsonPointer(text, finding.path);
  const scan = scanJson(text, IR_LIMITS);
  if (scan.ok) return locateJsonPointer(text, "");
  const start = Math.min(scan.problem.offset, Math.max(0, text.length - 1));
  return { start, end: start + 1 };
}
