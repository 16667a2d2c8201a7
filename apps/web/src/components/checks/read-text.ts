import { checkIr } from "@foundry/core/checks/check-ir";
import type { Finding } from "@foundry/core/checks/finding";
import type { LedgerEntry } from "@foundry/core/checks/ledger/ledger-entry";
import { assessRisk } from "@foundry/core/checks/risk/assess-risk";
import { IR_LIMITS } from "@foundry/core/ir/ir-limits";
import { scanJson } from "@foundry/core/ir/scan-json";
import { indexJsonText, type JsonTextIndex, type TextRange } from "../json/index-json-text";
import { identifyFinding } from "./identify-finding";
import type { LedgerItem, LocatedFinding, Reading, ReadingRequest } from "./reading";

/** Everything that the checks say about a text, each at its place in it. */
export function readText({ documentKey, prompt, text, dismissed }: ReadingRequest): Reading {
  const checked = checkIr(prompt, text);
  const index = indexJsonText(text);
  const set = new Set(dismissed);
  const open = checked.findings.filter((finding) => !set.has(identifyFinding(finding)));
  return {
    documentKey,
    text,
    isSchemaValid: checked.isSchemaValid,
    findings: locateFindings(text, index, checked.findings),
    ledger: checked.ledger.map((entry) => locateEntry(index, entry)),
    risk: assessRisk({ ...checked, findings: open, prompt }),
  };
}

function locateFindings(
  text: string,
  index: JsonTextIndex,
  findings: readonly Finding[],
): LocatedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const id = identifyFinding(finding);
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return {
      ...finding,
      ...locateFinding(text, index, finding),
      id: count === 0 ? id : `${id}#${count}`,
    };
  });
}

/** A finding about broken JSON has no path, only a place. */
function locateFinding(text: string, index: JsonTextIndex, { path }: Finding): TextRange {
  if (path !== "") return index.locate(path);
  const scan = scanJson(text, IR_LIMITS);
  if (scan.ok) return index.locate("");
  const start = Math.min(scan.problem.offset, Math.max(0, text.length - 1));
  return { start, end: start + 1 };
}

function locateEntry(index: JsonTextIndex, entry: LedgerEntry): LedgerItem {
  return {
    ...entry,
    places: entry.places.map((place) => ({
      ...place,
      range: index.locateInString(place.path, place.start, place.end) ?? index.locate(place.path),
    })),
  };
}
