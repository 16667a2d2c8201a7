import type { DatabaseOrTransaction } from "@foundry/prisma/client";

/** The one Postgres channel of the product; the topic is inside the message. */
export const EVENT_CHANNEL = "foundry_events";

/** A hint that a row changed. Receivers read the row; the message carries no state. */
export interface FoundryEvent {
  topic:
    | "import"
    | "queue"
    | "outbox"
    | "job"
    | "checks"
    | "prompt-run"
    | "generation-run"
    | "runner-task"
    | "runner-work";
  id: string;
}

/** Delivered when the surrounding transaction commits, and never when it rolls back. */
export async function publishEvent(tx: DatabaseOrTransaction, event: FoundryEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${EVENT_CHANNEL}, ${JSON.stringify(event)})`;
}
