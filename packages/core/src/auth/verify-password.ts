import { verify } from "@node-rs/argon2";
import { runHash } from "./run-hash.ts";

/** Whether the password is the one that `hashPassword` hashed. */
export function verifyPassword(options: { hash: string; password: string }): Promise<boolean> {
  return runHash(() => verify(options.hash, options.password.normalize("NFKC")));
}
