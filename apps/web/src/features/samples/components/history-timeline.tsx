"use client";

import type { HistoryEntry, SampleDetail } from "@foundry/core/samples/sample.schema";
import { IconArrowBackUp, IconTemplate, IconUpload, IconWand } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { StateBadge } from "../../../components/state/state-badge";
import { VisibleText } from "../../../components/text/visible-text";
import { RelativeTime } from "../../../components/time/relative-time";
import classes from "./history-timeline.module.css";
import { ReviewEntry } from "./review-entry";

const STATES = {
  accept: "accepted",
  correct: "corrected",
  reject: "rejected",
  skip: "skipped",
} as const;

/** What happened to a sample, oldest first. A verdict that was taken back stays, marked. */
export function HistoryTimeline({
  history,
  versions,
}: {
  history: readonly HistoryEntry[];
  versions: SampleDetail["irVersions"];
}) {
  const undone = new Set(
    history.flatMap((entry) => (entry.kind === "undo" ? [entry.reviewId] : [])),
  );
  return (
    <ol className={classes.timeline} aria-label="History">
      {history.map((entry) => {
        if (entry.kind === "imported") return <Imported key="imported" entry={entry} />;
        if (entry.kind === "blueprint") {
          const template = entry.template === null ? "" : ` “${entry.template}”`;
          return (
            <Event
              key="blueprint"
              sign={<IconTemplate size={16} aria-hidden />}
              text={`Made from the blueprint of the template${template}`}
              at={entry.at}
            />
          );
        }
        if (entry.kind === "generated") return <Generated key="generated" entry={entry} />;
        if (entry.kind === "undo") {
          return (
            <Event
              key={`undo ${entry.reviewId}`}
              sign={<IconArrowBackUp size={16} aria-hidden />}
              text={`${entry.by} took the verdict back`}
              at={entry.at}
            />
          );
        }
        const isUndone = undone.has(entry.reviewId);
        return (
          <Event
            key={entry.reviewId}
            sign={<StateBadge state={STATES[entry.verdict]} />}
            text={`by ${entry.by}${isUndone ? ", taken back later" : ""}`}
            at={entry.at}
            isFaded={isUndone}
          >
            <ReviewEntry entry={entry} versions={versions} isUndone={isUndone} />
          </Event>
        );
      })}
    </ol>
  );
}

function Generated({ entry }: { entry: Extract<HistoryEntry, { kind: "generated" }> }) {
  const writer = [entry.provider, entry.model].filter((part) => part !== null).join(", ");
  return (
    <Event
      sign={<IconWand size={16} aria-hidden />}
      text={`Written by a model${writer === "" ? "" : ` (${writer})`}`}
      at={entry.at}
    />
  );
}

function Imported({ entry }: { entry: Extract<HistoryEntry, { kind: "imported" }> }) {
  const source = entry.fileName === null ? "" : ` from ${entry.fileName}`;
  return (
    <Event
      sign={<IconUpload size={16} aria-hidden />}
      text={`${entry.by ?? "The studio"} imported it${source}`}
      at={entry.at}
    />
  );
}

function Event({
  sign,
  text,
  at,
  isFaded = false,
  children,
}: {
  sign: ReactNode;
  text: string;
  at: string;
  isFaded?: boolean;
  children?: ReactNode;
}) {
  return (
    <li className={classes.event} data-faded={isFaded || undefined}>
      <div className={classes.head}>
        {sign}
        <span className={classes.text}>
          <VisibleText>{text}</VisibleText>
        </span>
        <span className={classes.when}>
          <RelativeTime at={at} />
        </span>
      </div>
      {children}
    </li>
  );
}
