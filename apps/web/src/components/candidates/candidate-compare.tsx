"use client";

import type { Candidate } from "@foundry/core/generation/candidate.schema";
import { memo, type ReactNode, useState } from "react";
import { JsonView } from "../json/json-view";
import { layOutJson } from "../json/lay-out-json";
import { LineDiff } from "../text/line-diff";
import { CandidateCard } from "./candidate-card";
import classes from "./candidate-compare.module.css";
import { CandidateReasons } from "./candidate-reasons";
import { nameCandidate } from "./name-candidate";

/** The replies for one prompt side by side: their scores with the reasons, and what differs. */
export const CandidateCompare = memo(function CandidateCompare({
  candidates,
  baseText,
  baseName,
  action,
}: {
  /** The chosen one first. */
  candidates: readonly Candidate[];
  /** What the others are compared with; null compares with the chosen one. */
  baseText: string | null;
  /** "the chosen one", "your text". */
  baseName: string;
  /** What can be done with the candidate in sight. */
  action?: (candidate: Candidate) => ReactNode;
}) {
  const [shownId, setShownId] = useState<string | null>(null);
  const chosen = candidates.find(({ isChosen }) => isChosen);
  const shown = candidates.find(({ id }) => id === shownId) ?? candidates[1] ?? candidates[0];
  if (shown === undefined) return null;
  const before = baseText ?? (chosen === undefined ? null : layOutJson(chosen.raw));
  const after = layOutJson(shown.raw);
  return (
    <div className={classes.compare}>
      <div className={classes.cards} role="group" aria-label="Candidates">
        {candidates.map((candidate) => (
          <CandidateCard
            key={candidate.id}
            candidate={candidate}
            isShown={candidate.id === shown.id}
            onShow={() => setShownId(candidate.id)}
          />
        ))}
      </div>
      <div className={classes.detail}>
        <div className={classes.head}>
          <CandidateReasons candidate={shown} />
          {action?.(shown)}
        </div>
        {before === null || before === after ? (
          <>
            {before !== null && <p className={classes.same}>{`The same as ${baseName}.`}</p>}
            <JsonView text={after} label={nameCandidate(shown)} />
          </>
        ) : (
          <LineDiff
            before={before}
            after={after}
            label={`Changes from ${baseName} to ${nameCandidate(shown)}`}
          />
        )}
      </div>
    </div>
  );
});
