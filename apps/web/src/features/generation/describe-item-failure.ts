import type { ItemFailure } from "@foundry/core/generation/generation.schema";

interface FailureWords {
  title: string;
  /** What to do about it. */
  next: string;
}

const WORDS: Record<ItemFailure, FailureWords> = {
  invalid: {
    title: "No reply was an IR",
    next: "Look at the replies. A repair turn, examples or a stronger model often help; then retry.",
  },
  refused: {
    title: "The model refused",
    next: "Read its reply. Write the prompt in other words, or leave it out; a retry seldom helps.",
  },
  truncated: {
    title: "The reply was cut off",
    next: "The IR was longer than the reply may be. Lower the effort, or use a model with longer replies.",
  },
  in_doubt: {
    title: "Nobody knows whether it was answered",
    next: "The call was sent and no answer came back. A retry may pay for it a second time.",
  },
  overloaded: {
    title: "The provider was overloaded",
    next: "Every attempt was turned away and cost nothing. Retry later.",
  },
  timeout: {
    title: "No answer in time",
    next: "Retry; if it stays so, lower the number of requests at once.",
  },
  connection: {
    title: "The connection broke",
    next: "Check that the provider can be reached from the workers, then retry.",
  },
  bad_request: {
    title: "The provider did not take the request",
    next: "Its own words are in the call. It is the same for a retry until the model or the order changes.",
  },
  too_large: {
    title: "The request is too large",
    next: "Order again with fewer or shorter examples.",
  },
  no_blueprint: {
    title: "No template knows the answer",
    next: "Only prompts from templates have a blueprint. Let a model write these.",
  },
  nothing_new: {
    title: "Nothing new came of it",
    next: "Every variation was nearly the same as a prompt that is here.",
  },
  internal: {
    title: "The studio made a mistake",
    next: "What was paid is kept. Retry; if it stays so, the workers' log says more.",
  },
};

/** Why a prompt has no IR, and what to do about it. */
export function describeItemFailure(failure: ItemFailure): FailureWords {
  return WORDS[failure];
}
