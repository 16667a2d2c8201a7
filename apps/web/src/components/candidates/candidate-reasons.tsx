import type { Candidate } from "@foundry/core/generation/generation.schema";
import classes from "./candidate-reasons.module.css";
import { nameCandidate } from "./name-candidate";

/** Why a candidate has its score: each reason with what it takes away or adds, in points of 100. */
export function CandidateReasons({ candidate }: { candidate: Candidate }) {
  const { score, reasons } = candidate;
  return (
    <div className={classes.reasons}>
      <p>
        <strong>{`${nameCandidate(candidate)}: ${Math.round(score * 100)} of 100`}</strong>
      </p>
      {reasons.length === 0 ? (
        <p className={classes.quiet}>The checks have nothing to say against it.</p>
      ) : (
        <ul>
          {reasons.map(({ text, weight }) => (
            <li key={text}>
              <span className={classes.weight}>{formatWeight(weight)}</span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function formatWeight(weight: number): string {
  const points = Math.round(weight * 100);
  if (points === 0) return "±0";
  return points > 0 ? `+${points}` : `−${-points}`;
}
