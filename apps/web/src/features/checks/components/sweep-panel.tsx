"use client";

import type { ChecksOverview } from "@foundry/core/findings/finding.schema";
import { Progress, Skeleton } from "@mantine/core";
import {
  IconCircleCheck,
  IconLoader2,
  IconShieldCheck,
  IconShieldOff,
  IconTargetArrow,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { countOf, formatCount } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import classes from "./sweep-panel.module.css";

/** How many IRs are checked, and whether the server may run Python. */
export function SweepPanel({ overview }: { overview: ChecksOverview | null }) {
  return (
    <Panel>
      <div className={classes.rows} aria-busy={overview === null}>
        {overview === null ? (
          <>
            <Skeleton height={14} my={5} width={220} radius="xs" />
            <Skeleton height={14} my={5} width={340} radius="xs" />
            <Skeleton height={14} my={5} width={340} radius="xs" />
          </>
        ) : (
          <>
            <Sweep {...overview} />
            <RecallBasis basis={overview.recallBasis} />
            <Sandbox sandbox={overview.sandbox} />
          </>
        )}
      </div>
    </Panel>
  );
}

function Sweep({ checkedIrs, waitingIrs }: Pick<ChecksOverview, "checkedIrs" | "waitingIrs">) {
  const total = checkedIrs + waitingIrs;
  if (total === 0) {
    return <Row icon={<IconCircleCheck size={16} />}>There are no IRs to check yet.</Row>;
  }
  if (waitingIrs === 0) {
    return (
      <Row icon={<IconCircleCheck size={16} className={classes.good ?? ""} />}>
        {total === 1 ? "The one IR is checked." : `All ${countOf(total, "IR")} are checked.`}
      </Row>
    );
  }
  const counts = `${formatCount(checkedIrs)} of ${countOf(total, "IR")} checked`;
  return (
    <Row icon={<IconLoader2 size={16} />}>
      <span role="status">{`${counts}, ${formatCount(waitingIrs)} waiting`}</span>
      <Progress
        className={classes.progress ?? ""}
        value={(checkedIrs / total) * 100}
        size="sm"
        aria-label="Share of the IRs that is checked"
      />
    </Row>
  );
}

function RecallBasis({ basis }: { basis: ChecksOverview["recallBasis"] }) {
  const words = "What the checks catch is measured on";
  if (basis === null) {
    return (
      <Row icon={<IconTargetArrow size={16} />}>
        What the checks catch is measured in the background.
      </Row>
    );
  }
  return (
    <Row icon={<IconTargetArrow size={16} />}>
      {basis.isBuiltIn
        ? `${words} ${countOf(basis.irCount, "built-in IR")}, made wrong on purpose, until twenty samples are accepted or corrected.`
        : `${words} ${countOf(basis.irCount, "IR")} that you accepted or corrected, made wrong on purpose.`}
    </Row>
  );
}

function Sandbox({ sandbox }: Pick<ChecksOverview, "sandbox">) {
  if (sandbox.isOn) {
    return (
      <Row icon={<IconShieldCheck size={16} className={classes.good ?? ""} />}>
        {`The server runs Python apart from everything else (${sandbox.kind}), so evidence is gathered in the background too.`}
      </Row>
    );
  }
  return (
    <Row icon={<IconShieldOff size={16} className={classes.off ?? ""} />}>
      {`The server runs no Python: ${endSentence(sandbox.reason)} Evidence still runs in each reviewer’s browser.`}
    </Row>
  );
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function Row({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      {children}
    </div>
  );
}
