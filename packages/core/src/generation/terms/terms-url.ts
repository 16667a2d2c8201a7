/** What Anthropic says on training models with what its models write. */
export const TERMS_URL =
  "https://support.claude.com/en/articles/12326764-can-i-use-my-outputs-to-train-an-ai-model";
