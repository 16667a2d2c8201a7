"use client";

import { IconArrowBackUp } from "@tabler/icons-react";
import { formatCount } from "../../../components/format/format-count";
import type { LocatedFinding } from "../../../components/checks/reading";
import type { SplitFindings } from "../desk/split-findings";
import { DeskButton } from "./desk-button";
import classes from "./findings-list.module.css";
import { FindingMessage } from "../../../components/findings/finding-message";

/** Findings that somebody called not a problem, folded into one line. */
export function DismissedFindings({
  findings,
  isReadOnly,
  onRestore,
}: {
  findings: SplitFindings["dismissed"];
  isReadOnly: boolean;
  onRestore: (finding: LocatedFinding) => void;
}) {
  return (
    <details className={classes.dismissed}>
      <summary>{`${formatCount(findings.length)} called not a problem`}</summary>
      <ul className={classes.list}>
        {findings.map((finding) => (
          <li key={finding.id} className={classes.quiet}>
            <span className={classes.words}>
              <FindingMessage message={finding.message} />
            </span>
            {finding.byMe ? (
              <DeskButton
                tone="quiet"
                title="List it again (⇧X takes the last one back)"
                aria-label="List it again"
                aria-disabled={isReadOnly || undefined}
                onClick={() => onRestore(finding)}
              >
                <IconArrowBackUp size={14} aria-hidden />
              </DeskButton>
            ) : (
              <span className={classes.by}>by somebody else</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
