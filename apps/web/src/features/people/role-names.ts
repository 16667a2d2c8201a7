import type { Role } from "@foundry/core/auth/permissions";

export const ROLE_NAMES: Record<Role, string> = { admin: "Admin", reviewer: "Reviewer" };

export const ROLE_OPTIONS = [
  { value: "reviewer", label: ROLE_NAMES.reviewer },
  { value: "admin", label: ROLE_NAMES.admin },
] as const;

/** Narrows the value of a control; anything unknown gets the lesser role. */
export function readRole(value: string | null): Role {
  return value === "admin" ? "admin" : "reviewer";
}
