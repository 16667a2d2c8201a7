"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { describeError } from "../api/describe-error";
import { RequestId } from "../request-id";
import classes from "./list-message.module.css";

/** What stands where data would when it could not be loaded: the reason, and a way to try again. */
export function FailedList({
  error,
  onRetry,
  what,
}: {
  error: Error;
  onRetry: () => void;
  what: string;
}) {
  const { detail, requestId } = describeError(error);
  return (
    <div className={classes.message} role="alert">
      <span className={classes.icon} aria-hidden>
        <IconAlertTriangle size={20} />
      </span>
      <p className={classes.title}>{`Could not load ${what}`}</p>
      <div className={classes.text}>
        {detail}
        {requestId !== null && <RequestId value={requestId} />}
      </div>
      <div className={classes.action}>
        <Button variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          Try again
        </Button>
      </div>
    </div>
  );
}
