import type { PromptPreview } from "@foundry/core/prompt-runs/prompt-run.schema";
import { countOf } from "../../../components/format/format-count";
import { describeDiversity } from "../describe-diversity";
import classes from "./diversity-text.module.css";

const STEP = 100;

/** How different the prompts are from each other: in words, and as a histogram of nearest neighbours. */
export function DiversityText({ diversity }: { diversity: PromptPreview["diversity"] }) {
  const bars = diversity.nearest;
  const highest = Math.max(...bars, 1);
  const from = (bar: number) => Math.round((bar * STEP) / bars.length);
  return (
    <div className={classes.diversity}>
      <div>
        <ul>
          {describeDiversity(diversity).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className={classes.basis}>{`Measured on ${countOf(diversity.count, "prompt")}.`}</p>
      </div>
      <figure className={classes.figure}>
        <ol className={classes.bars}>
          {bars.map((count, bar) => (
            <li
              key={bar}
              title={`${countOf(count, "prompt")}: ${from(bar)} to ${from(bar + 1)} % of the wording shared`}
            >
              <span
                style={{ height: `${(count / highest) * 100}%` }}
                data-none={count === 0 || undefined}
              />
              <span className={classes.hidden}>
                {`${from(bar)} to ${from(bar + 1)} %: ${countOf(count, "prompt")}`}
              </span>
            </li>
          ))}
        </ol>
        <div className={classes.axis} aria-hidden>
          <span>0 %</span>
          <span>50 %</span>
          <span>100 %</span>
        </div>
        <figcaption>Prompts by the wording they share with the one most like them</figcaption>
      </figure>
    </div>
  );
}
