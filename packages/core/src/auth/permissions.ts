/** Every act that needs permission, with the roles that have it. Pure: the browser hides by it too. */
const ALLOWED = {
  "corpus.read": ["admin", "reviewer"],
  "corpus.import": ["admin"],
  "corpus.export": ["admin"],
  "sample.review": ["admin", "reviewer"],
  /** Runs, templates, and what is taken out of the lists. */
  "prompts.manage": ["admin"],
  /** Runs, their calls and what they cost, providers and their keys. */
  "generation.manage": ["admin"],
  /** Frozen versions of the corpus, previewed, made and read. */
  "dataset.manage": ["admin"],
  /** Runners, training runs and evaluations. */
  "training.manage": ["admin"],
  "checks.rerun": ["admin"],
  "people.read": ["admin"],
  "people.manage": ["admin"],
  "token.manage_own": ["admin", "reviewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Role = "admin" | "reviewer";
export type Action = keyof typeof ALLOWED;

export function isAllowed(role: Role, action: Action): boolean {
  return (ALLOWED[action] as readonly Role[]).includes(role);
}
