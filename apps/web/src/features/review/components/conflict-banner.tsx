"use client";

import type { ClaimRequest } from "@foundry/core/reviews/review.schema";
import { useEffect, useRef } from "react";
import { LinkButton } from "../../../components/link-button";
import type { Problem } from "../desk/desk-state";
import { DeskBanner } from "./desk-banner";
import { DeskButton } from "./desk-button";

const TITLES: Record<string, string> = {
  already_decided: "This sample was decided meanwhile",
  leased_by_other: "Another reviewer has this sample now",
  lease_lost: "Your time on this sample ran out",
  stale_ir: "The IR was changed after you opened it",
};

const NEXT: ClaimRequest = { includeSkipped: false };

/** The verdict could not be recorded: what happened, that the draft is kept, and the ways on. */
export function ConflictBanner({
  sampleId,
  problem,
  onAsk,
}: {
  sampleId: number;
  problem: Problem;
  onAsk: (request: ClaimRequest) => void;
}) {
  const primary = useRef<HTMLButtonElement>(null);
  useEffect(() => primary.current?.focus(), []);
  const isDecided = problem.reason === "already_decided";
  const isChanged = problem.reason === "stale_ir";
  const retake = () => onAsk({ includeSkipped: true, sampleId });
  const goOn = () => onAsk(NEXT);
  return (
    <DeskBanner
      title={TITLES[problem.reason] ?? "The verdict could not be recorded"}
      tone="warning"
      actions={
        <>
          {isDecided ? (
            <LinkButton href={`/samples/${sampleId}`} variant="default">
              See what was decided
            </LinkButton>
          ) : (
            <DeskButton
              tone={isChanged ? "filled" : "default"}
              buttonRef={isChanged ? primary : null}
              onClick={retake}
            >
              {isChanged ? "Open it again and compare" : "Try to take it again"}
            </DeskButton>
          )}
          <DeskButton
            tone={isChanged ? "default" : "filled"}
            buttonRef={isChanged ? null : primary}
            onClick={goOn}
          >
            Continue with the next sample
          </DeskButton>
        </>
      }
    >
      {sayKept(problem.detail)}
    </DeskBanner>
  );
}

/** Not every refusal comes from a verdict, and only those say what became of the draft. */
function sayKept(detail: string): string {
  return /draft/i.test(detail) ? detail : `${detail} What you wrote is kept as your draft.`;
}
