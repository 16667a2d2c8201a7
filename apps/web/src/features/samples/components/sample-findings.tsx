"use client";

import type { SampleDetail } from "@foundry/core/samples/sample.schema";
import { IconCircleCheck } from "@tabler/icons-react";
import { identifyFinding } from "../../../components/checks/identify-finding";
import { FindingMessage } from "../../../components/findings/finding-message";
import { namePlace } from "../../../components/findings/name-place";
import { nameErrorType } from "../../../components/findings/name-error-type";
import { SeverityIcon } from "../../../components/findings/severity-icon";
import { Panel } from "../../../components/panel";
import { TextWithCode } from "../../../components/text-with-code";
import { VisibleText } from "../../../components/text/visible-text";
import classes from "./sample-findings.module.css";

/** What the checks say about the IR as it stands, and how likely a person is to change it. */
export function SampleFindings({ sample }: { sample: SampleDetail }) {
  const { findings } = sample;
  const dismissed = new Set(sample.dismissals.map(identifyFinding));
  return (
    <Panel
      title="Findings"
      aside={sample.risk === null ? "Not checked yet" : `Risk ${sample.risk.score.toFixed(2)}`}
    >
      {sample.findingsAreDated && (
        <p className={classes.dated}>By earlier checks. The newer ones run in the background.</p>
      )}
      {findings?.length === 0 && (
        <p className={classes.none}>
          <IconCircleCheck size={16} className={classes.fine ?? ""} aria-hidden />
          The checks have nothing to say.
        </p>
      )}
      {findings === null && (
        <p className={classes.none}>The checks look at this IR in the background.</p>
      )}
      <ul className={classes.list} aria-label="Findings">
        {findings?.map((finding, index) => (
          <li key={index} data-dismissed={dismissed.has(identifyFinding(finding)) || undefined}>
            <SeverityIcon severity={finding.severity} />
            <div>
              <FindingMessage message={finding.message} />
              <div className={classes.label}>
                {nameErrorType(finding.errorType)}
                {finding.path !== "" && (
                  <>
                    {" · "}
                    <VisibleText>{namePlace(finding.path)}</VisibleText>
                  </>
                )}
                {dismissed.has(identifyFinding(finding)) && " · called not a problem"}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {sample.risk !== null && sample.risk.reasons.length > 0 && (
        <details className={classes.risk}>
          <summary>Why it is likely to change</summary>
          <ul>
            {sample.risk.reasons.map(({ text }) => (
              <li key={text}>
                <TextWithCode>{text}</TextWithCode>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
