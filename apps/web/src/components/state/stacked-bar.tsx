import { formatCount } from "../format/format-count";
import { formatShare } from "../format/format-share";
import type { BadgeTone } from "./badge";
import classes from "./stacked-bar.module.css";

export interface BarPart {
  tone: BadgeTone;
  label: string;
  count: number;
}

/** Parts of a whole in the colours of state; `scale` is the count that fills the width. */
export function StackedBar({
  parts,
  scale,
  height = 8,
}: {
  parts: BarPart[];
  scale?: number;
  /** In pixels. */
  height?: number;
}) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const words = parts
    .map(({ count, label }) => `${formatCount(count)} ${label.toLowerCase()}`)
    .join(", ");
  const width = total === 0 ? 0 : (total / Math.max(scale ?? total, 1)) * 100;
  return (
    <div
      className={classes.track}
      style={{ height }}
      role="img"
      aria-label={total === 0 ? "None" : words}
    >
      <div className={classes.bar} style={{ width: `${width}%` }}>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ tone, label, count }) => (
            <span
              key={label}
              data-tone={tone}
              style={{ flexGrow: count }}
              title={`${label}: ${formatCount(count)} of ${formatCount(total)} (${formatShare(count, total)})`}
            />
          ))}
      </div>
    </div>
  );
}
