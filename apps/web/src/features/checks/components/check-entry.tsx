"use client";

import type { Severity } from "@foundry/core/checks/finding";
import type { CheckNumbers } from "@foundry/core/findings/finding.schema";
import Link from "next/link";
import { SeverityIcon } from "../../../components/findings/severity-icon";
import { countOf } from "../../../components/format/format-count";
import { TextWithCode } from "../../../components/text-with-code";
import type { CheckView } from "../describe-check";
import { describeRate } from "../describe-rate";
import classes from "./check-entry.module.css";
import { CheckExamples } from "./check-examples";

const SEVERITY_NAMES: Record<Severity, string> = {
  error: "Error",
  warning: "Warning",
  info: "Hint",
};

/** One check: what it looks for, how grave that is, what it found, and how often it was right. */
export function CheckEntry({
  check,
  numbers,
  isLoading,
}: {
  check: CheckView;
  numbers: CheckNumbers | null;
  isLoading: boolean;
}) {
  return (
    <article className={classes.check} id={`check-${check.id}`} aria-label={check.title}>
      <div className={classes.words}>
        <h3 className={classes.title}>{check.title}</h3>
        <p className={classes.description}>
          <TextWithCode>{check.description}</TextWithCode>
        </p>
        <CheckExamples check={check} />
      </div>
      <dl className={classes.facts}>
        {check.severities.length > 0 && (
          <div>
            <dt>Severity</dt>
            <dd className={classes.severities}>
              {check.severities.map((severity) => (
                <span key={severity}>
                  <SeverityIcon severity={severity} /> {SEVERITY_NAMES[severity]}
                </span>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>Flags</dt>
          <dd>{isLoading ? "\u00a0" : <Flagged id={check.id} count={numbers?.samples ?? 0} />}</dd>
        </div>
        <div>
          <dt title="Of its findings that a reviewer judged, the share that was a real problem: corrected away or the reason of a rejection, and not called “not a problem”">
            Right
          </dt>
          <dd>{isLoading ? "\u00a0" : <Precision numbers={numbers} />}</dd>
        </div>
      </dl>
    </article>
  );
}

function Flagged({ id, count }: { id: string; count: number }) {
  if (count === 0) return <span className={classes.quiet}>no sample</span>;
  return (
    <Link className={classes.link} href={`/samples?check=${encodeURIComponent(id)}`}>
      {countOf(count, "sample")}
    </Link>
  );
}

function Precision({ numbers }: { numbers: CheckNumbers | null }) {
  const confirmed = numbers?.confirmed ?? 0;
  const rate = describeRate(confirmed, confirmed + (numbers?.dismissed ?? 0));
  if (rate === null) return <span className={classes.quiet}>no clicks yet</span>;
  return (
    <>
      {rate.share} <span className={classes.quiet}>{rate.detail}</span>
    </>
  );
}
