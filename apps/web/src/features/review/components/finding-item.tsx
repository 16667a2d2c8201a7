"use client";

import { ERROR_TYPES } from "@foundry/core/checks/error-types";
import type { Severity } from "@foundry/core/checks/finding";
import { IconBulb, IconEyeOff } from "@tabler/icons-react";
import { memo } from "react";
import { Shortcut } from "../../../components/shortcut";
import { nameErrorType } from "../../../components/findings/name-error-type";
import { VisibleText } from "../../../components/text/visible-text";
import type { LocatedFinding } from "../../../components/checks/reading";
import { namePlace } from "../../../components/findings/name-place";
import classes from "./finding-item.module.css";
import { FindingMessage } from "../../../components/findings/finding-message";
import { SeverityIcon } from "../../../components/findings/severity-icon";

const WORDS: Record<Severity, string> = { error: "Error", warning: "Warning", info: "Hint" };

interface FindingItemProps {
  finding: LocatedFinding;
  isCurrent: boolean;
  /** The key of the quick fix would apply this one. */
  hasFixKey: boolean;
  isReadOnly: boolean;
  onSelect: (id: string) => void;
  onFix: (id: string) => void;
  onDismiss: (id: string) => void;
}

/** One finding with its place, its quick fix and the way to say that it is none. */
export const FindingItem = memo(DrawnItem, isDrawnAlike);

function DrawnItem({
  finding,
  isCurrent,
  hasFixKey,
  isReadOnly,
  onSelect,
  onFix,
  onDismiss,
}: FindingItemProps) {
  const { id, severity, errorType, path, fix } = finding;
  return (
    <li className={classes.item} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={classes.finding}
        aria-current={isCurrent}
        onClick={() => onSelect(id)}
      >
        <SeverityIcon severity={severity} />
        <span className={classes.words}>
          <span className={classes.message}>
            <span className={classes.unseen}>{WORDS[severity]}: </span>
            <FindingMessage message={finding.message} />
          </span>
          <span className={classes.label}>
            <span title={ERROR_TYPES[errorType]}>{nameErrorType(errorType)}</span>
            {path !== "" && (
              <>
                {" · "}
                <span title={path}>
                  <VisibleText>{namePlace(path)}</VisibleText>
                </span>
              </>
            )}
          </span>
        </span>
      </button>
      <button
        type="button"
        className={classes.dismiss}
        aria-label="Not a problem"
        title="Not a problem (X)"
        aria-keyshortcuts={isCurrent ? "X" : undefined}
        aria-disabled={isReadOnly || undefined}
        onClick={() => onDismiss(id)}
      >
        <IconEyeOff size={15} stroke={1.7} aria-hidden />
      </button>
      {fix !== undefined && (
        <button
          type="button"
          className={classes.fix}
          aria-keyshortcuts={hasFixKey ? "." : undefined}
          aria-disabled={isReadOnly || undefined}
          onClick={() => onFix(id)}
        >
          <IconBulb size={14} stroke={1.8} className={classes.bulb ?? ""} aria-hidden />
          <span className={classes.title}>
            <VisibleText>{fix.title}</VisibleText>
          </span>
          {hasFixKey && (
            <span aria-hidden>
              <Shortcut keys={["."]} />
            </span>
          )}
        </button>
      )}
    </li>
  );
}

/** Where a finding stands in the text is not shown, and moves with every letter typed before it. */
function isDrawnAlike(before: FindingItemProps, after: FindingItemProps): boolean {
  const { finding: old, ...had } = before;
  const { finding, ...has } = after;
  return (
    // The id holds the path and the message.
    old.id === finding.id &&
    old.severity === finding.severity &&
    old.errorType === finding.errorType &&
    old.fix?.title === finding.fix?.title &&
    (Object.keys(has) as (keyof typeof has)[]).every((name) => had[name] === has[name])
  );
}
