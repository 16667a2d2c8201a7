"use client";

import { formatDay, formatExact } from "./format-exact";
import { formatRelative } from "./format-relative";
import { useNow } from "./use-now";

/** A time as people say it, with the exact one on hover. */
export function RelativeTime({ at }: { at: string }) {
  const now = useNow();
  if (now === null) return <time dateTime={at}>{formatDay(at)}</time>;
  return (
    <time dateTime={at} title={formatExact(at)} style={{ whiteSpace: "nowrap" }}>
      {formatRelative(Date.parse(at), now)}
    </time>
  );
}
