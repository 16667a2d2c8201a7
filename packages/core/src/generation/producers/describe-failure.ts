import type { ProducerFailure } from "./producer-error.ts";

/** What a failure means for a person; what the provider says itself comes behind it. */
const MESSAGES: Record<ProducerFailure, string> = {
  rate_limited: "The provider asks to send less for a while.",
  overloaded: "The provider is overloaded.",
  server_error: "The provider had a fault of its own.",
  timeout: "The provider gave up waiting for the answer. It may bill it.",
  connection_lost: "The connection was lost. The provider may bill the call.",
  unreachable: "The provider could not be reached. Nothing was sent.",
  authentication: "The provider does not know the API key.",
  permission: "The API key may not do this, or the account is not open for it.",
  payment: "The provider asks for payment: look at the account's billing.",
  spend_limit: "The account has reached its spend limit at the provider.",
  unknown_model: "The provider does not know the model, or the key may not use it.",
  bad_request: "The provider refuses the request as it stands.",
  too_large: "The request is too large for the provider.",
  unreadable_reply: "The answer came, and cannot be read.",
};

const MAX_SAID = 500;

/** @param said the provider's own words; they may change, so nothing is read from them */
export function describeFailure(failure: ProducerFailure, said: string | null): string {
  const words = said?.trim().slice(0, MAX_SAID) ?? "";
  return words === "" ? MESSAGES[failure] : `${MESSAGES[failure]} It says: ${words}`;
}
