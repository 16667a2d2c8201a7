"use client";

import type { Candidate } from "@foundry/core/generation/candidate.schema";
import { IconCheck } from "@tabler/icons-react";
import { countOf } from "../format/format-count";
import { formatFineMoney } from "../format/format-money";
import { Badge } from "../state/badge";
import classes from "./candidate-card.module.css";
import { nameCandidate } from "./name-candidate";

/** One candidate in a few words; a click shows it. */
export function CandidateCard({
  candidate,
  isShown,
  onShow,
}: {
  candidate: Candidate;
  isShown: boolean;
  onShow: () => void;
}) {
  return (
    <button type="button" className={classes.card} aria-pressed={isShown} onClick={onShow}>
      <span className={classes.line}>
        <strong>{nameCandidate(candidate)}</strong>
        <span title="Score from 0 to 100: about how likely a reviewer takes it as it is">
          {Math.round(candidate.score * 100)}
        </span>
      </span>
      <span className={classes.line}>
        <span className={classes.quiet}>{describeCounts(candidate)}</span>
        {candidate.isChosen && (
          <Badge tone="accepted" icon={IconCheck} isPlain>
            Chosen
          </Badge>
        )}
      </span>
      {candidate.costUsd !== null && (
        <span className={classes.quiet}>{formatFineMoney(candidate.costUsd)}</span>
      )}
    </button>
  );
}

function describeCounts({ isSchemaValid, errorCount, warningCount, infoCount }: Candidate): string {
  if (!isSchemaValid) return "Does not fit the schema";
  const parts = [
    errorCount > 0 ? countOf(errorCount, "error") : null,
    warningCount > 0 ? countOf(warningCount, "warning") : null,
    infoCount > 0 ? countOf(infoCount, "note") : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "No findings" : parts.join(", ");
}
