"use client";

import { LEASE_SECONDS } from "@foundry/core/reviews/review.schema";
import { useEffect, useState } from "react";
import { Hint } from "./hint";
import classes from "./lease-clock.module.css";

/** Below this many seconds the page has missed a sign of life. */
const LOW_SECONDS = 60;

/**
 * How long the sample stays with this reviewer. Counted from when the studio last extended it,
 * because this machine's clock may disagree with the studio's.
 */
export function LeaseClock({ leaseExpiresAt }: { leaseExpiresAt: string | null }) {
  const left = useSecondsLeft(leaseExpiresAt);
  if (left === null) return <span className={classes.clock} />;
  const isLow = left < LOW_SECONDS;
  const text =
    left === 0 ? "ran out" : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <Hint
      text={
        isLow
          ? "The studio has not heard from this page lately. When the time is up, others may take the sample; your draft is kept."
          : "The sample is yours while this page is open: the time starts again every half minute."
      }
    >
      <span className={classes.clock} data-low={isLow || undefined}>
        Lease <span className={classes.time}>{text}</span>
      </span>
    </Hint>
  );
}

function useSecondsLeft(leaseExpiresAt: string | null): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (leaseExpiresAt === null) {
      setLeft(null);
      return undefined;
    }
    const endsAt = performance.now() + LEASE_SECONDS * 1_000;
    const update = () => setLeft(Math.max(0, Math.round((endsAt - performance.now()) / 1_000)));
    update();
    const timer = setInterval(update, 1_000);
    return () => clearInterval(timer);
  }, [leaseExpiresAt]);
  return left;
}
