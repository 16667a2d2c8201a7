import "server-only";
import { join } from "node:path";
import { type EventHub, listenForEvents } from "@foundry/core/events/listen-for-events";
import { logger } from "@foundry/core/logger";
import { createFolderStorage } from "@foundry/core/storage/folder-storage";
import type { Storage } from "@foundry/core/storage/storage";
import { createDatabase, type Database } from "@foundry/prisma/client";
import { readEnv } from "../env";

export interface Clients {
  db: Database;
  storage: Storage;
  /** One connection for the whole process; opened when first asked for. */
  getEvents: () => Promise<EventHub>;
}

/** On the global object, because a reload in development loads this module anew. */
const holder = globalThis as { foundryClients?: Clients };

export function getClients(): Clients {
  holder.foundryClients ??= createClients();
  return holder.foundryClients;
}

function createClients(): Clients {
  const { databaseUrl, dataDir } = readEnv();
  let events: Promise<EventHub> | undefined;
  return {
    db: createDatabase(databaseUrl),
    storage: createFolderStorage(join(dataDir, "uploads")),
    getEvents() {
      events ??= listenForEvents(databaseUrl, logger).catch((error: unknown) => {
        // The next request tries again.
        events = undefined;
        throw error;
      });
      return events;
    },
  };
}
