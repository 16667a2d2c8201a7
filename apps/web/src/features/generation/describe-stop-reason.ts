import type { StopReason } from "@foundry/core/generation/generation.schema";

interface StopWords {
  title: string;
  /** What was kept, and what to do. */
  next: string;
  /** Where it is mended. */
  link: { href: string; label: string } | null;
}

const KEPT = "Everything that was paid for is kept.";
const KEY_LINK = { href: "/settings/providers", label: "Open the keys" };

const WORDS: Record<StopReason, StopWords> = {
  by_person: {
    title: "Paused",
    next: "Calls that were sent before are still answered and kept. “Resume” goes on with the rest.",
    link: null,
  },
  budget: {
    title: "The budget of the run is used up",
    next: `${KEPT} The next call could have crossed the line, so it was not sent. Raise the budget to go on.`,
    link: null,
  },
  studio_limit: {
    title: "The limit over all runs is reached",
    next: `${KEPT} Raise the limit, then resume.`,
    link: { href: "/generate?change=limit", label: "Change the limit" },
  },
  spend_limit: {
    title: "The provider's own limit is reached",
    next: `${KEPT} Raise the limit of the workspace at the provider, or wait for the next month; then resume.`,
    link: null,
  },
  payment: {
    title: "The provider asks for payment",
    next: `${KEPT} Add credit at the provider, then resume.`,
    link: null,
  },
  no_key: {
    title: "There is no key",
    next: "Nothing was sent. Enter a key, then resume.",
    link: KEY_LINK,
  },
  authentication: {
    title: "The provider does not know the key",
    next: `${KEPT} Replace the key, test it, then resume.`,
    link: KEY_LINK,
  },
  permission: {
    title: "The key may not use this model",
    next: `${KEPT} Give the key the right at the provider, or order with another model.`,
    link: KEY_LINK,
  },
  unknown_model: {
    title: "The provider does not know the model",
    next: `${KEPT} It may be retired. Order the rest with another model.`,
    link: { href: "/settings/providers#models", label: "Open the models" },
  },
  unreachable: {
    title: "The provider cannot be reached",
    next: `${KEPT} Check the network of the workers, then resume.`,
    link: KEY_LINK,
  },
  internal: {
    title: "The studio made a mistake",
    next: `${KEPT} Resume; if it stops again, the workers' log says more.`,
    link: null,
  },
};

/** Why a run stands still, what was kept, and what to do. */
export function describeStopReason(reason: StopReason): StopWords {
  return WORDS[reason];
}
