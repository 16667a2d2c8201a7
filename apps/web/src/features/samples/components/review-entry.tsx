"use client";

import { CHECKLIST } from "@foundry/core/reviews/review.schema";
import type { HistoryEntry, SampleDetail } from "@foundry/core/samples/sample.schema";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { layOutJson } from "../../../components/json/lay-out-json";
import { LineDiff } from "../../../components/text/line-diff";
import { VisibleText } from "../../../components/text/visible-text";
import { describeReason } from "../describe-reason";
import classes from "./review-entry.module.css";

type Review = Extract<HistoryEntry, { kind: "review" }>;

/** What a reviewer said with a verdict, and what they changed. */
export function ReviewEntry({
  entry,
  versions,
  isUndone,
}: {
  entry: Review;
  versions: SampleDetail["irVersions"];
  isUndone: boolean;
}) {
  const { reasons, note, checklist, irVersionBefore, irVersionAfter } = entry;
  const before = versions.find(({ version }) => version === irVersionBefore);
  const after = versions.find(({ version }) => version === irVersionAfter);
  return (
    <div className={classes.entry}>
      {reasons.length > 0 && (
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{describeReason(reason)}</li>
          ))}
        </ul>
      )}
      {note !== null && (
        <blockquote className={classes.note}>
          <VisibleText>{note}</VisibleText>
        </blockquote>
      )}
      {checklist.includes(true) && <Ticks checklist={checklist} />}
      {before !== undefined && after !== undefined && before.id !== after.id && (
        <details className={classes.changes} open={!isUndone}>
          <summary>{`Version ${before.version} became version ${after.version}`}</summary>
          <div className={classes.diff}>
            <LineDiff
              before={layOutJson(before.raw)}
              after={layOutJson(after.raw)}
              label={`Changes from version ${before.version} to version ${after.version}`}
            />
          </div>
        </details>
      )}
    </div>
  );
}

function Ticks({ checklist }: { checklist: readonly boolean[] }) {
  return (
    <ul className={classes.ticks} aria-label="Checklist">
      {CHECKLIST.map((point, index) => {
        const isTicked = checklist[index] === true;
        const Icon = isTicked ? IconCheck : IconMinus;
        return (
          <li key={point} data-ticked={isTicked || undefined}>
            <Icon size={14} aria-label={isTicked ? "Ticked" : "Not ticked"} />
            {point}
          </li>
        );
      })}
    </ul>
  );
}
