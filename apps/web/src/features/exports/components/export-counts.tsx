import type { ExportPreview } from "@foundry/core/exports/export.schema";
import { formatCount } from "../../../components/format/format-count";
import { StateBadge } from "../../../components/state/state-badge";
import classes from "./export-counts.module.css";

/** What an export holds, and what it leaves out and why. */
export function ExportCounts({ preview }: { preview: ExportPreview }) {
  return (
    <dl className={classes.counts}>
      <div>
        <dt>In the export</dt>
        <dd>{formatCount(preview.accepted + preview.corrected)}</dd>
      </div>
      <div>
        <dt>
          <StateBadge state="accepted" isPlain />
        </dt>
        <dd>{formatCount(preview.accepted)}</dd>
      </div>
      <div>
        <dt>
          <StateBadge state="corrected" isPlain />
        </dt>
        <dd>{formatCount(preview.corrected)}</dd>
      </div>
      <div>
        <dt>Held out for the benchmark</dt>
        <dd>{formatCount(preview.heldOutBenchmark)}</dd>
      </div>
    </dl>
  );
}
