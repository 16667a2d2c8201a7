import type { Candidate } from "@foundry/core/generation/candidate.schema";
import classes from "./candidate-reasons.module.css";
import { nameCandidate } from "./name-candidate";

/** Why a candidate has its score: each reason with how strongly it raises or lowers it, in log-odds. */
export function CandidateReasons({ candidate }: { candidate: Candidate }) {
  const { score, reasons } = candidate;
  return (
    <div className={classes.reasons}>
      <p>
        <strong>{`${nameCandidate(candidate)}: score ${Math.round(score * 100)} of 100`}</strong>
      </p>
      {reasons.length === 0 ? (
        <p className={classes.quiet}>
          The checks find nothing against it; what is missing to 100 is what no check can see.
        </p>
      ) : (
        <ul>
          {reasons.map(({ text, weight }) => (
            <li key={text}>
              <span className={classes.weight} title="How strongly it counts, in log-odds">
                {formatWeight(weight)}
              </span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function formatWeight(weight: number): string {
  const size = Math.abs(weight).toFixed(1);
  return weight >= 0 ? `+${size}` : `−${size}`;
}
