"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { countOf, formatCount } from "../../../components/format/format-count";
import { RelativeTime } from "../../../components/time/relative-time";
import classes from "./batch-progress.module.css";

/** Batches at the provider: it does not say how far it is, so neither does the bar. */
export function BatchProgress({ run, phase }: { run: GenerationRun; phase: string }) {
  return (
    <div className={classes.progress}>
      <div className={classes.line}>
        <strong role="status">{phase}</strong>
        <span>{`${formatCount(run.counts.done)} of ${countOf(run.itemCount, "prompt")} done`}</span>
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label="The provider works; how far it is, it does not say"
      >
        <span />
      </div>
      <ul>
        {run.openBatches.map(({ requestCount, submittedAt, expiresAt }, index) => (
          <li key={submittedAt ?? index}>
            {`A batch of ${countOf(requestCount, "request")}: `}
            {submittedAt === null ? (
              "about to be handed over"
            ) : (
              <>
                handed over <RelativeTime at={submittedAt} />
              </>
            )}
            {expiresAt !== null && (
              <>
                , ends by itself <RelativeTime at={expiresAt} />
              </>
            )}
            .
          </li>
        ))}
      </ul>
      <p>
        Most batches are answered within an hour, all within a day. You can close this page; the
        answers are fetched as soon as they are there.
      </p>
    </div>
  );
}
