import type { Providers } from "@foundry/core/generation/provider.schema";
import { IconCircleCheck, IconCircleX, IconClock } from "@tabler/icons-react";
import { Badge } from "../../../components/state/badge";
import { RelativeTime } from "../../../components/time/relative-time";
import classes from "./check-result.module.css";

type Check = Providers["anthropic"]["check"];

/** What the last test of a key or an endpoint gave. */
export function CheckResult({ check, isRunning }: { check: Check; isRunning: boolean }) {
  if (isRunning) {
    return (
      <Badge tone="pending" icon={IconClock}>
        A worker is testing it…
      </Badge>
    );
  }
  if (check === null || check.isOk === null) {
    return <span className={classes.quiet}>Not tested yet</span>;
  }
  return (
    <span className={classes.result} role="status">
      <Badge
        tone={check.isOk ? "accepted" : "rejected"}
        icon={check.isOk ? IconCircleCheck : IconCircleX}
      >
        {check.isOk ? "Works" : "Does not work"}
      </Badge>
      <span className={classes.quiet}>
        tested <RelativeTime at={check.checkedAt} />
      </span>
      {check.message !== null && <span className={classes.message}>{check.message}</span>}
    </span>
  );
}
