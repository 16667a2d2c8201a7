import type { EventHub } from "@foundry/core/events/listen-for-events";
import type { Import } from "@foundry/core/imports/import.schema";
import { watchRow } from "./watch-row";

const ENDED: readonly Import["state"][] = ["done", "failed", "cancelled"];

/**
 * Server-sent events of one import: its present state first, then every change, until it has ended.
 *
 * @param readImport the state now; throws when the reader has no access any more
 */
export function watchImport({
  importId,
  readImport,
  ...rest
}: {
  importId: string;
  readImport: () => Promise<Import>;
  events: EventHub;
  signal: AbortSignal;
  heartbeatMs?: number;
}): AsyncGenerator<string> {
  return watchRow({
    ...rest,
    topic: "import",
    id: importId,
    read: readImport,
    eventId: ({ state, recordCount, bytesDone }) => `${state}-${recordCount}-${bytesDone}`,
    hasEnded: ({ state }) => ENDED.includes(state),
  });
}
