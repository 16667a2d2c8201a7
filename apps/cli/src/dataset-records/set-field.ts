import { RECORD_SCAN_LIMITS } from "@foundry/core/imports/record-scan-limits";
import { scanJson } from "@foundry/core/ir/scan-json";

/**
 * The JSON text of an object with one more field, or with another value for a field that it has.
 * Everything else stays byte for byte, so that no number is written differently.
 */
export function setField(text: string, key: string, value: unknown): string {
  const json = JSON.stringify(value);
  const scan = scanJson(text, RECORD_SCAN_LIMITS);
  const children = scan.ok ? scan.overview.children : [];
  const same = children.filter((child) => child.key === key);
  if (same.length > 0) return replaceRanges(text, same, json);
  const end = text.lastIndexOf("}");
  const separator = children.length === 0 ? "" : ",";
  return `${text.slice(0, end).trimEnd()}${separator}${JSON.stringify(key)}:${json}}`;
}

function replaceRanges(
  text: string,
  ranges: readonly { start: number; end: number }[],
  by: string,
): string {
  let [result, at] = ["", 0];
  for (const { start, end } of ranges) {
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}
