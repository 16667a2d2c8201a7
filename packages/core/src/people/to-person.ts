import type { User } from "@foundry/prisma/client";
import type { Person } from "./people.schema.ts";

export function toPerson({ id, name, email, role, disabledAt, createdAt }: User): Person {
  return {
    id,
    name,
    email,
    role,
    isDisabled: disabledAt !== null,
    createdAt: createdAt.toISOString(),
  };
}
