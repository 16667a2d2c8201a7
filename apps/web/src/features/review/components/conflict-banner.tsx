"use client";

import type { ClaimRequest } from "@foundry/core/reviews/review.schema";
import { Button } from "@mantine/core";
import Link from "next/link";
import { useEffect, useRef } from "react";
import type { Problem } from "../desk/desk-state";
import { DeskBanner } from "./desk-banner";

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
            <Button
              size="xs"
              variant="default"
              component={Link}
              href={`/samples/${sampleId}`}
              target="_blank"
            >
              See what was decided
            </Button>
          ) : (
            <Button
              size="xs"
              variant={isChanged ? "filled" : "default"}
              ref={isChanged ? primary : null}
              onClick={retake}
            >
              {isChanged ? "Open it again and compare" : "Try to take it again"}
            </Button>
          )}
          <Button
            size="xs"
            variant={isChanged ? "default" : "filled"}
            ref={isChanged ? null : primary}
            onClick={goOn}
          >
            Continue with the next sample
          </Button>
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
