import "server-only";
import type { Actor } from "@foundry/core/auth/actor";
import type { Database } from "@foundry/prisma/client";
import type { Profile } from "./profile.schema";

/** What a person sees of themselves in the frame of every page. */
export function readProfile(db: Database, { userId }: Pick<Actor, "userId">): Promise<Profile> {
  return db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, name: true, email: true, role: true },
  });
}
