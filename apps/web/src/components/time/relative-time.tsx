"use client";

import { Tooltip } from "@mantine/core";
import { formatDay, formatExact } from "./format-exact";
import { formatRelative } from "./format-relative";
import { useNow } from "./use-now";

/** A time as people say it, with the exact one on hover and focus. */
export function RelativeTime({ at }: { at: string }) {
  const now = useNow();
  if (now === null) return <time dateTime={at}>{formatDay(at)}</time>;
  return (
    <Tooltip label={formatExact(at)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} style={{ whiteSpace: "nowrap" }}>
        {formatRelative(Date.parse(at), now)}
      </time>
    </Tooltip>
  );
}
