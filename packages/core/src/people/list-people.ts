import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import type { Person } from "./people.schema.ts";
import { toPerson } from "./to-person.ts";

/** Everyone who is or was in the studio, by name. */
export async function listPeople(db: Database, actor: Actor): Promise<Person[]> {
  authorize(actor, "people.read");
  const users = await db.user.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] });
  return users.map(toPerson);
}
