"use client";

import type { Finding, Severity } from "@foundry/core/checks/finding";
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
} from "@tabler/icons-react";
import { memo, useEffect, useRef } from "react";
import { VisibleText } from "../../../components/text/visible-text";
import classes from "./findings-list.module.css";

const LOOKS: Record<Severity, { icon: typeof IconInfoCircle; word: string }> = {
  error: { icon: IconAlertCircle, word: "Error" },
  warning: { icon: IconAlertTriangle, word: "Warning" },
  info: { icon: IconInfoCircle, word: "Hint" },
};

/** What the checks say about the text in the editor; a click leads to the place. */
export const FindingsList = memo(function FindingsList({
  findings,
  current,
  onSelect,
}: {
  findings: readonly Finding[] | null;
  /** Index of the finding that was gone to last; -1 for none. */
  current: number;
  onSelect: (index: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  if (findings === null) return <p className={classes.none}>Reading the IR…</p>;
  if (findings.length === 0) {
    return (
      <p className={classes.none}>
        <IconCircleCheck size={16} className={classes.fine ?? ""} aria-hidden />
        The IR fits the schema.
      </p>
    );
  }
  return (
    <ul className={classes.list} ref={list} aria-label="Findings">
      {findings.map((finding, index) => (
        <li key={`${finding.path} ${finding.message}`}>
          <FindingButton
            finding={finding}
            isCurrent={index === current}
            onClick={() => onSelect(index)}
          />
        </li>
      ))}
    </ul>
  );
});

/** Parts between back-ticks are code; they may quote anything, invisible characters too. */
function MessageText({ message }: { message: string }) {
  return message.split("`").map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className={classes.code}>
        <VisibleText>{part}</VisibleText>
      </code>
    ) : (
      <VisibleText key={index}>{part}</VisibleText>
    ),
  );
}

/** Most messages name their place already; its pointer beside it would say it twice. */
function namesPlace({ path, message }: Finding): boolean {
  const last = path.split("/").at(-1) ?? "";
  return last === "" || message.includes(last);
}

function FindingButton({
  finding,
  isCurrent,
  onClick,
}: {
  finding: Finding;
  isCurrent: boolean;
  onClick: () => void;
}) {
  const { icon: Icon, word } = LOOKS[finding.severity];
  return (
    <button type="button" className={classes.finding} aria-current={isCurrent} onClick={onClick}>
      <Icon size={16} className={classes.icon ?? ""} data-severity={finding.severity} aria-hidden />
      <span className={classes.words}>
        <span className={classes.message}>
          <span className={classes.severity}>{word}: </span>
          <MessageText message={finding.message} />
        </span>
        {!namesPlace(finding) && (
          <code className={classes.path}>
            <VisibleText>{finding.path}</VisibleText>
          </code>
        )}
      </span>
    </button>
  );
}
