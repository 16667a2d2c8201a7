import type { LocatedFinding } from "../../../components/checks/reading";
import { identifyFinding } from "../../../components/checks/identify-finding";
import type { DismissedFinding } from "./dismissed-finding";

export interface SplitFindings {
  /** What is still to be looked at. */
  open: LocatedFinding[];
  /** What somebody called not a problem. */
  dismissed: (LocatedFinding & { byMe: boolean })[];
}

/** Sets aside the findings that somebody called not a problem. */
export function splitFindings(
  findings: readonly LocatedFinding[],
  dismissals: readonly DismissedFinding[],
): SplitFindings {
  const byMe = new Map<string, boolean>();
  for (const dismissal of dismissals) {
    const id = identifyFinding(dismissal);
    byMe.set(id, dismissal.byMe || byMe.get(id) === true);
  }
  const split: SplitFindings = { open: [], dismissed: [] };
  for (const finding of findings) {
    const isMine = byMe.get(identifyFinding(finding));
    if (isMine === undefined) split.open.push(finding);
    else split.dismissed.push({ ...finding, byMe: isMine });
  }
  return split;
}
