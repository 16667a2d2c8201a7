"use client";

import type { ClaimRequest } from "@foundry/core/reviews/review.schema";
import { IconLock } from "@tabler/icons-react";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { RequestId } from "../../../components/request-id";
import type { Problem } from "../desk/desk-state";
import { DeskButton } from "./desk-button";
import classes from "./desk-panel.module.css";

/** Refusals that are nobody's fault need no mark to look up in the log. */
const EXPECTED = new Set(["already_decided", "leased_by_other", "not_found"]);

/** The sample that was asked for cannot be reviewed now, or the studio gives none: why, and the ways on. */
export function RefusedPanel({
  request,
  problem,
  onAsk,
}: {
  request: ClaimRequest;
  problem: Problem;
  onAsk: (request: ClaimRequest) => void;
}) {
  const { sampleId } = request;
  const isUnexpected = !EXPECTED.has(problem.reason);
  return (
    <div className={classes.panel} role="alert">
      <EmptyList
        icon={<IconLock size={20} />}
        title={
          sampleId === undefined
            ? "No sample could be taken"
            : `Sample ${sampleId} cannot be reviewed now`
        }
        action={
          <>
            {sampleId !== undefined && (
              <DeskButton tone="filled" onClick={() => onAsk({ includeSkipped: false })}>
                Continue with the next sample
              </DeskButton>
            )}
            <DeskButton onClick={() => onAsk(request)}>Try again</DeskButton>
            {sampleId !== undefined && problem.reason !== "not_found" && (
              <LinkButton variant="default" href={`/samples/${sampleId}`}>
                See its history
              </LinkButton>
            )}
          </>
        }
      >
        {problem.detail}
        {isUnexpected && problem.requestId !== null && <RequestId value={problem.requestId} />}
      </EmptyList>
    </div>
  );
}
