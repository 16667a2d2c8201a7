import type { Role } from "@foundry/core/auth/permissions";

/** The signed-in person, as the frame shows them. */
export interface FrameUser {
  id: string;
  name: string;
  email: string;
  role: Role;
}
