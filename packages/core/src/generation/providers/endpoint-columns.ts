import { DomainError } from "../../errors.ts";
import { encryptSecret } from "../keys/encrypt-secret.ts";
import { maskKey } from "../keys/mask-key.ts";
import type { SaveEndpoint } from "../provider.schema.ts";

/**
 * What is stored of an endpoint. A key that is left out changes nothing.
 * @param secret the studio's secret, which keys are encrypted with
 * @throws DomainError `unavailable` when there is a key and no secret
 */
export function endpointColumns(
  id: string,
  { key, ...plain }: SaveEndpoint,
  secret: string | null,
) {
  if (key === undefined) return plain;
  if (key === null) return { ...plain, ciphertext: null, hint: null };
  if (secret === null) {
    throw new DomainError(
      "unavailable",
      "The studio has no FOUNDRY_SECRET, so that it cannot keep a key. Nothing was stored.",
      { reason: "no_secret" },
    );
  }
  return {
    ...plain,
    ciphertext: encryptSecret(secret, key, `endpoint:${id}`),
    hint: maskKey(key),
  };
}
