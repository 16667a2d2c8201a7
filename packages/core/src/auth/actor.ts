import { DomainError } from "../errors.ts";
import { type Action, isAllowed } from "./permissions.ts";

/** Who asks: every core function that a person can reach takes one and checks it. */
export interface Actor {
  userId: string;
  role: "admin" | "reviewer";
}

/** @throws DomainError `forbidden` when the actor's role does not include the action */
export function authorize(actor: Actor, action: Action): void {
  if (!isAllowed(actor.role, action)) {
    throw new DomainError("forbidden", "Your role does not include this. Ask an admin.", {
      reason: `needs_${action.replace(".", "_")}`,
    });
  }
}
