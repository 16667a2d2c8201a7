import { hash } from "@node-rs/argon2";
import { runHash } from "./run-hash.ts";

/** OWASP ASVS 5.0 appendix C: argon2id, 46 MiB, one pass, one lane. */
const COST = { memoryCost: 46 * 1_024, timeCost: 1, parallelism: 1 };

/** argon2id in PHC format, with its own salt. Spellings that look the same hash the same (NFKC). */
export function hashPassword(password: string): Promise<string> {
  return runHash(() => hash(password.normalize("NFKC"), COST));
}
