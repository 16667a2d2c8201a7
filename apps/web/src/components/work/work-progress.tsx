"use client";

import { Progress } from "@mantine/core";
import classes from "./work-progress.module.css";

export interface WorkProgressProps {
  /** What the work is called in a sentence: "import", "run". */
  name: string;
  phase: string;
  /** How much of how much is done, in words. */
  done: string;
  /** 0 to 100. */
  percent: number;
  /** What the bar shows, for those who do not see it. */
  label: string;
  rate: string;
  timeLeft: string;
}

/** Phase, amount, rate and time left of background work that is under way. */
export function WorkProgress(props: WorkProgressProps) {
  const { name, phase, done, percent, label, rate, timeLeft } = props;
  return (
    <div className={classes.progress}>
      <div className={classes.line}>
        <strong role="status">{phase}</strong>
        <span>{`${done} · ${Math.floor(percent)} %`}</span>
      </div>
      <Progress value={percent} size="md" aria-label={label} />
      <div className={classes.line}>
        <span>{rate}</span>
        <span>{timeLeft}</span>
      </div>
      <p>
        {`You can close this page: the ${name} goes on, and this page shows how far it is whenever you return.`}
      </p>
    </div>
  );
}
