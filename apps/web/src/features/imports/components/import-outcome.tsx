import type { Import } from "@foundry/core/imports/import.schema";
import { Notice } from "../../../components/notice";
import { TextWithCode } from "../../../components/text-with-code";
import { WorkOutcome } from "../../../components/work/work-outcome";
import { summariseImport } from "../summarise-import";

/** What became of a file that is no longer being read: what was kept, and why it stopped early. */
export function ImportOutcome({ item }: { item: Import }) {
  return (
    <WorkOutcome
      startedAt={item.startedAt}
      finishedAt={item.finishedAt}
      summary={summariseImport(item).join(" ")}
    >
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
    </WorkOutcome>
  );
}
