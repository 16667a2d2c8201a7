"use client";

import type { Role } from "@foundry/core/auth/permissions";
import type { ClaimRequest } from "@foundry/core/reviews/review.schema";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import type { PaneSizes } from "../desk/pane-sizes";
import { readContent } from "../desk/read-content";
import { useDesk } from "../desk/use-desk";
import classes from "./desk.module.css";
import { DeskSkeleton } from "./desk-skeleton";
import { ReviewDesk } from "./review-desk";

const FinishPanel = dynamic(() => import("./finish-panel").then((module) => module.FinishPanel));
const RefusedPanel = dynamic(() => import("./refused-panel").then((module) => module.RefusedPanel));

export interface DeskProps {
  user: { id: string; role: Role };
  /** The sample that the address asks for; null takes the next one of the queue. */
  sampleId: number | null;
  panes: PaneSizes;
}

/** The review desk: one sample at a time, from the claim to the verdict. */
export function Desk({ user, sampleId, panes }: DeskProps) {
  const desk = useDesk(user.id, {
    includeSkipped: false,
    ...(sampleId === null ? {} : { sampleId }),
  });
  const { state, dispatch, isRetrying } = desk;
  const { phase } = state;
  const content = readContent(phase);
  const ask = (request: ClaimRequest) => dispatch({ type: "sample_asked", request });
  const undo = () => dispatch({ type: "undo_asked" });
  useForgetAskedSample(sampleId, state.given.length > 0);
  return (
    <div className={classes.desk} data-phase={phase.kind}>
      {content !== null && <ReviewDesk desk={desk} content={content} panes={panes} />}
      {phase.kind === "finished" && (
        <FinishPanel
          role={user.role}
          last={state.given.at(-1) ?? null}
          problem={phase.problem}
          onAsk={ask}
          onUndo={undo}
        />
      )}
      {phase.kind === "refused" && <RefusedPanel {...phase} onAsk={ask} />}
      {content === null && phase.kind !== "finished" && phase.kind !== "refused" && (
        <>
          <DeskSkeleton panes={panes} />
          <div className={classes.waiting} role="status">
            {isRetrying && "The studio does not answer. Trying again…"}
          </div>
        </>
      )}
    </div>
  );
}

/** An address with a sample leads to that one only; after its verdict a reload takes the next. */
function useForgetAskedSample(sampleId: number | null, isDecided: boolean): void {
  useEffect(() => {
    if (sampleId !== null && isDecided) window.history.replaceState(null, "", "/review");
  }, [sampleId, isDecided]);
}
