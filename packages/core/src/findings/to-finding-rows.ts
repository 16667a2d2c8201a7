import { CHECK_INFOS } from "../checks/check-catalogue.ts";
import type { Finding } from "../checks/finding.ts";
import { toStorableDocument } from "../ir/storable-document.ts";
import { nameFinding } from "./name-finding.ts";

/** Of one IR and source; the worst come first, and nobody reads so many. */
export const MAX_STORED_FINDINGS = 300;
/** Of a fix as JSON, in UTF-16 code units; the desk makes its fixes itself. */
const MAX_FIX_LENGTH = 20_000;

const VERSIONS = new Map(CHECK_INFOS.map(({ id, version }) => [id, version]));

/** Findings of one IR as rows of the table `finding`. Column names are those of the database. */
export function toFindingRows(irId: string, findings: readonly Finding[]) {
  return findings.slice(0, MAX_STORED_FINDINGS).map((finding, seq) => {
    const { check, path, message } = nameFinding(finding);
    return {
      ir_id: irId,
      seq,
      check,
      check_version: VERSIONS.get(check) ?? 0,
      error_type: finding.errorType,
      severity: finding.severity,
      path,
      message,
      fix: toStorableFix(finding.fix),
    };
  });
}

function toStorableFix(fix: Finding["fix"]): unknown {
  if (fix === undefined || JSON.stringify(fix).length > MAX_FIX_LENGTH) return null;
  return toStorableDocument(fix);
}
