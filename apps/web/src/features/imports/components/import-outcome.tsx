import type { Import } from "@foundry/core/imports/import.schema";
import { Notice } from "../../../components/notice";
import { formatDuration } from "../../../components/format/format-duration";
import { TextWithCode } from "../../../components/text-with-code";
import { summariseImport } from "../summarise-import";
import classes from "./import-outcome.module.css";

function describeDuration({ startedAt, finishedAt }: Import): string | null {
  if (startedAt === null || finishedAt === null) return null;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;
  return `It took ${seconds < 1 ? "less than a second" : formatDuration(seconds)}.`;
}

/** What became of a file that is no longer being read: what was kept, and why it stopped early. */
export function ImportOutcome({ item }: { item: Import }) {
  const duration = describeDuration(item);
  const kept = summariseImport(item);
  return (
    <div className={classes.outcome}>
      {item.state === "failed" && (
        <Notice tone="rejected" title="The import stopped">
          <TextWithCode>{item.error ?? "The reason was not recorded."}</TextWithCode> What was read
          before is kept; “Run again” adds the rest and doubles nothing.
        </Notice>
      )}
      {item.state === "cancelled" && (
        <Notice tone="skipped" title="The import was cancelled">
          What was read before is kept; “Run again” adds the rest and doubles nothing.
        </Notice>
      )}
      <p>
        {kept.join(" ")} {duration !== null && <span className={classes.quiet}>{duration}</span>}
      </p>
    </div>
  );
}
