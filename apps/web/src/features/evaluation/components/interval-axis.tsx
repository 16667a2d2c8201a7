import type { Rate } from "@foundry/core/evaluation/evaluation.schema";
import { formatShare } from "../../../components/format/format-share";
import classes from "./interval-axis.module.css";

const TICKS = [0, 25, 50, 75, 100];
const NAMED_TICKS = [0, 50, 100];
/** Heights in pixels of the lines of text beside the bars. */
const BASE_Y = 14;
const ADAPTER_Y = 38;
const HEIGHT = 52;

/** The axis that every bar of a table stands on, named in its head. */
export function IntervalAxis() {
  return (
    <div className={classes.axis} aria-hidden>
      {NAMED_TICKS.map((percent) => (
        <span key={percent} style={{ left: `${percent}%` }}>{`${percent} %`}</span>
      ))}
    </div>
  );
}

/** The shares of both models as points in their 95 % intervals, from 0 to 100 %, and the target. */
export function IntervalBars({
  first,
  second,
  target,
}: {
  first: Rate;
  second: Rate;
  /** 0 to 1. */
  target: number | null;
}) {
  const words = [
    `Base model ${describeRate(first)}`,
    `adapter ${describeRate(second)}`,
    ...(target === null ? [] : [`target ${formatShare(target, 1)}`]),
  ].join(", ");
  return (
    <svg className={classes.bars} role="img" aria-label={words}>
      {TICKS.map((percent) => (
        <line
          key={percent}
          className={classes.grid}
          x1={`${percent}%`}
          x2={`${percent}%`}
          y1={0}
          y2={HEIGHT}
        />
      ))}
      {target !== null && (
        <line
          className={classes.target}
          x1={`${target * 100}%`}
          x2={`${target * 100}%`}
          y1={0}
          y2={HEIGHT}
        >
          <title>{`Target: ${formatShare(target, 1)}`}</title>
        </line>
      )}
      <Bar model="base" rate={first} y={BASE_Y} />
      <Bar model="adapter" rate={second} y={ADAPTER_Y} />
    </svg>
  );
}

function Bar({ model, rate, y }: { model: "base" | "adapter"; rate: Rate; y: number }) {
  const { share, interval } = rate;
  if (share === null || interval === null) return null;
  return (
    <g className={classes.bar} data-model={model}>
      <title>{describeRate(rate)}</title>
      <line
        className={classes.interval}
        x1={`${interval.low * 100}%`}
        x2={`${interval.high * 100}%`}
        y1={y}
        y2={y}
      />
      <circle className={classes.share} cx={`${share * 100}%`} cy={y} r={5} />
    </g>
  );
}

function describeRate({ share, interval }: Rate): string {
  if (share === null || interval === null) return "applies to no item";
  return `${formatShare(share, 1)}, 95 % interval ${formatShare(interval.low, 1)} to ${formatShare(interval.high, 1)}`;
}
