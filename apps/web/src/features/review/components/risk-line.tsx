"use client";

import type { Risk } from "@foundry/core/checks/risk/assess-risk";
import { memo } from "react";
import { TextWithCode } from "../../../components/text-with-code";
import classes from "./risk-line.module.css";

/** How likely a person is to change the IR as it stands, with the reasons one click away. */
export const RiskLine = memo(function RiskLine({ risk }: { risk: Risk | null }) {
  if (risk === null) return <p className={classes.line}>&nbsp;</p>;
  const score = risk.score.toFixed(2);
  if (risk.reasons.length === 0) {
    return <p className={classes.line}>{`Likely to change: ${score}`}</p>;
  }
  return (
    <details className={classes.risk}>
      <summary className={classes.line} title={risk.reasons.map(({ text }) => text).join("\n")}>
        <span>
          Likely to change: <strong>{score}</strong>
        </span>
        <span className={classes.why}>why</span>
      </summary>
      <ul className={classes.reasons}>
        {risk.reasons.map(({ text }) => (
          <li key={text}>
            <TextWithCode>{text}</TextWithCode>
          </li>
        ))}
      </ul>
    </details>
  );
});
