"use client";

import type { ClaimRequest, RecordReview } from "@foundry/core/reviews/review.schema";
import { type Dispatch, useEffect, useReducer, useRef } from "react";
import { useClaimSample } from "../api/use-claim-sample";
import { useRecordReview } from "../api/use-record-review";
import { useUndoReview } from "../api/use-undo-review";
import { describeProblem } from "./describe-problem";
import type { DeskEvent, DeskPhase, DeskState } from "./desk-state";
import type { DraftKeeper, DraftStatus } from "./draft-keeper";
import { reduceDesk } from "./reduce-desk";
import { startDesk } from "./start-desk";
import { unsentVerdict } from "./unsent-verdict";
import { type Dismissals, useDismissals } from "./use-dismissals";
import { useDraftKeeper } from "./use-draft-keeper";
import { useLease } from "./use-lease";

export interface Desk {
  state: DeskState;
  dispatch: Dispatch<DeskEvent>;
  dismissals: Dismissals;
  draftStatus: DraftStatus;
  /** What is on its way has failed at least once and is being sent again. */
  isRetrying: boolean;
}

/** Runs the desk: every phase in which something is on its way has its one errand. */
export function useDesk(userId: string, firstRequest: ClaimRequest): Desk {
  const [state, dispatch] = useReducer(reduceDesk, null, () =>
    startDesk(firstRequest, typeof window === "undefined" ? null : unsentVerdict.read(userId)),
  );
  const { keeper, status: draftStatus } = useDraftKeeper(userId, state.phase);
  const dismissals = useDismissals(userId, dispatch);
  useLease(state.phase, dispatch);
  const { run, isRetrying } = useErrands(userId, keeper, dispatch);

  const { kind } = state.phase;
  const latest = useRef({ phase: state.phase, run });
  useEffect(() => {
    latest.current = { phase: state.phase, run };
  });
  // A phase is run when it is entered, not when the work in it changes.
  useEffect(() => latest.current.run(latest.current.phase), [kind]);

  return { state, dispatch, dismissals, draftStatus, isRetrying };
}

function useErrands(userId: string, keeper: DraftKeeper, dispatch: Dispatch<DeskEvent>) {
  const claimSample = useClaimSample();
  const recordReview = useRecordReview();
  const undoReview = useUndoReview();

  const claim = (request: ClaimRequest) => {
    claimSample
      .mutateAsync(request)
      .then((response) => {
        const local = response.sample === null ? null : keeper.recall(response.sample.sampleId);
        dispatch({ type: "claimed", response, local });
      })
      .catch((error: unknown) =>
        dispatch({ type: "claim_refused", problem: describeProblem(error) }),
      );
  };

  const send = async (verdict: RecordReview) => {
    unsentVerdict.keep(userId, verdict);
    await keeper.hold();
    try {
      const recorded = await recordReview.mutateAsync(verdict);
      keeper.forget(verdict.sampleId);
      unsentVerdict.clear(userId);
      dispatch({ type: "verdict_recorded", recorded });
    } catch (error) {
      unsentVerdict.clear(userId);
      keeper.resume();
      dispatch({ type: "verdict_refused", problem: describeProblem(error) });
    }
  };

  const undo = (reviewId: string) => {
    undoReview
      .mutateAsync(reviewId)
      .then((leased) => dispatch({ type: "undone", leased }))
      .catch((error: unknown) =>
        dispatch({ type: "undo_refused", problem: describeProblem(error) }),
      );
  };

  const run = (phase: DeskPhase) => {
    if (phase.kind === "claiming") claim(phase.request);
    if (phase.kind === "renewing")
      claim({ includeSkipped: true, sampleId: phase.sample.leased.sampleId });
    if (phase.kind === "sending" || phase.kind === "resending") void send(phase.verdict);
    if (phase.kind === "undoing") undo(phase.given.reviewId);
  };

  const errands = [claimSample, recordReview, undoReview];
  return {
    run,
    isRetrying: errands.some(({ isPending, failureCount }) => isPending && failureCount > 0),
  };
}
