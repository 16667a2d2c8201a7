"use client";

import { SEVERITIES, type Severity } from "@foundry/core/checks/finding";
import { IconCircleCheck } from "@tabler/icons-react";
import { memo, useEffect, useRef, useState } from "react";
import { formatCount } from "../../../components/format/format-count";
import type { LocatedFinding } from "../../../components/checks/reading";
import { findFixTarget } from "../desk/finding-cursor";
import type { SplitFindings } from "../desk/split-findings";
import { DeskButton } from "./desk-button";
import { DismissedFindings } from "./dismissed-findings";
import { FindingItem } from "./finding-item";
import classes from "./findings-list.module.css";

const GROUPS: Record<Severity, string> = { error: "Errors", warning: "Warnings", info: "Hints" };

/** Drawn at once; nobody reads more, and each costs time with every letter that is typed. */
const PAGE = 50;

export interface FindingsListProps {
  findings: SplitFindings | null;
  /** Id of the finding that was gone to last. */
  currentId: string | null;
  isReadOnly: boolean;
  onSelect: (id: string) => void;
  onFix: (id: string) => void;
  onDismiss: (id: string) => void;
  onRestore: (finding: LocatedFinding) => void;
}

/** What the checks say about the text in the editor, the gravest first; a click leads to the place. */
export const FindingsList = memo(function FindingsList({
  findings,
  currentId,
  ...on
}: FindingsListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  useEffect(() => {
    list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [currentId]);
  if (findings === null) return <p className={classes.waiting}>Reading the IR…</p>;
  const { open, dismissed } = findings;
  const keyed = findFixTarget(open, currentId);
  const sorted = SEVERITIES.flatMap((severity) =>
    open.filter((finding) => finding.severity === severity),
  );
  const currentPage = Math.floor(sorted.findIndex(({ id }) => id === currentId) / PAGE) + 1;
  const shown = sorted.slice(0, Math.max(pages, currentPage) * PAGE);
  const hidden = sorted.length - shown.length;
  return (
    <div ref={list} className={classes.groups}>
      {open.length === 0 && <NothingFound isAll={dismissed.length === 0} />}
      {open.length > 0 && (
        <ul className={classes.groups} aria-label="Findings">
          {SEVERITIES.map((severity) => {
            const group = shown.filter((finding) => finding.severity === severity);
            if (group.length === 0) return null;
            const all = open.filter((finding) => finding.severity === severity);
            return (
              <li key={severity}>
                <h3 className={classes.group}>
                  {GROUPS[severity]} <span>{formatCount(all.length)}</span>
                </h3>
                <ul className={classes.list} aria-label={GROUPS[severity]}>
                  {group.map((finding) => (
                    <FindingItem
                      key={finding.id}
                      finding={finding}
                      isCurrent={finding.id === currentId}
                      hasFixKey={finding === keyed}
                      isReadOnly={on.isReadOnly}
                      onSelect={on.onSelect}
                      onFix={on.onFix}
                      onDismiss={on.onDismiss}
                    />
                  ))}
                </ul>
              </li>
            );
          })}
        </ul>
      )}
      {hidden > 0 && (
        <DeskButton tone="quiet" onClick={() => setPages(Math.max(pages, currentPage) + 1)}>
          {`${formatCount(hidden)} more`}
        </DeskButton>
      )}
      {dismissed.length > 0 && (
        <DismissedFindings
          findings={dismissed}
          isReadOnly={on.isReadOnly}
          onRestore={on.onRestore}
        />
      )}
    </div>
  );
});

function NothingFound({ isAll }: { isAll: boolean }) {
  return (
    <p className={classes.none}>
      <IconCircleCheck size={16} className={classes.fine ?? ""} aria-hidden />
      {isAll ? "The checks have nothing to say." : "The checks have nothing else to say."}
    </p>
  );
}
