"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import Link from "next/link";
import { countOf } from "../../../components/format/format-count";
import { formatMoney } from "../../../components/format/format-money";
import { Notice } from "../../../components/notice";
import { RelativeTime } from "../../../components/time/relative-time";
import { formatExact } from "../../../components/time/format-exact";
import { useNow } from "../../../components/time/use-now";
import { isHeldBack } from "../describe-phase";
import { describeStopReason } from "../describe-stop-reason";
import { isUnderWay } from "../is-under-way";
import { RaiseBudget } from "./raise-budget";
import classes from "./run-notices.module.css";

/** What stands in the way of a run or is left open, each with what to do. */
export function RunNotices({ run }: { run: GenerationRun }) {
  const now = useNow();
  return (
    <div className={classes.notices}>
      {(run.state === "paused" || run.state === "failed") && <Stopped run={run} />}
      {isUnderWay(run) && run.pausedUntil !== null && isHeldBack(run, now) && (
        <Notice tone="plain" title="The provider asked to wait">
          {`It takes no more requests until ${formatExact(run.pausedUntil)} (`}
          <RelativeTime at={run.pausedUntil} />
          ). Nothing is lost or paid meanwhile, and all workers wait together.
        </Notice>
      )}
      {run.inDoubtCount > 0 && <InDoubt run={run} />}
    </div>
  );
}

function Stopped({ run }: { run: GenerationRun }) {
  const words = describeStopReason(run.stopReason ?? "internal");
  const isMild = run.stopReason === "by_person";
  return (
    <Notice tone={isMild ? "plain" : "warning"} title={words.title}>
      <div>
        {isMild ? words.next : (run.error ?? words.next)}
        {words.link !== null && (
          <>
            {" "}
            <Link href={words.link.href}>{words.link.label}</Link>
          </>
        )}
      </div>
      {run.state === "paused" && run.stopReason === "budget" && <RaiseBudget run={run} />}
    </Notice>
  );
}

function InDoubt({ run }: { run: GenerationRun }) {
  const { inDoubtCount: count } = run;
  const then =
    run.onDoubt === "retry"
      ? "Each was sent once more, as ordered, so at worst it is paid twice."
      : "None was sent again, as ordered: retry the failed prompts if you want to.";
  return (
    <Notice tone="warning" title={`${countOf(count, "call is", "calls are")} in doubt`}>
      {`The request was sent and the answer never came, after a crash or a broken connection; nobody can tell whether the provider charges for it. ${formatMoney(run.reservedUsd)} stays held back from the budget for what is under way or in doubt. ${then}`}
    </Notice>
  );
}
