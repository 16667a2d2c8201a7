"use client";

import type { ClaimRequest } from "@foundry/core/reviews/review.schema";
import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import Link from "next/link";
import { EmptyList } from "../../../components/list/empty-list";
import { RequestId } from "../../../components/request-id";
import type { Problem } from "../desk/desk-state";
import classes from "./desk-panel.module.css";

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
              <Button onClick={() => onAsk({ includeSkipped: false })}>
                Continue with the next sample
              </Button>
            )}
            <Button variant="default" onClick={() => onAsk(request)}>
              Try again
            </Button>
            {sampleId !== undefined && problem.reason !== "not_found" && (
              <Button variant="default" component={Link} href={`/samples/${sampleId}`}>
                See its history
              </Button>
            )}
          </>
        }
      >
        {problem.detail}
        {problem.requestId !== null && <RequestId value={problem.requestId} />}
      </EmptyList>
    </div>
  );
}
