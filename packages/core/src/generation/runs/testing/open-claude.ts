import type { Database } from "@foundry/prisma/client";
import type { Actor } from "../../../auth/actor.ts";
import { storeProviderKey } from "../../keys/store-provider-key.ts";
import { acknowledgeTerms } from "../../terms/acknowledge-terms.ts";

/** A stored key and read terms: nothing stands between an admin and Claude. */
export async function openClaude(db: Database, admin: Actor): Promise<void> {
  await storeProviderKey(db, admin, { key: "sk-ant-of-a-test", secret: "s".repeat(32) });
  await acknowledgeTerms(db, admin);
}
