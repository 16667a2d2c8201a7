import type { BrowserContext } from "@playwright/test";

/** What a browser complained about: errors on the console, broken CSP rules, uncaught exceptions. */
export interface PageProblems {
  watch(context: BrowserContext): void;
  /** For a test that provokes such complaints: they are no failure. */
  allow(pattern: RegExp): void;
  list(): string[];
}

export function collectPageProblems(): PageProblems {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  return {
    watch(context) {
      context.on("console", (message) => {
        // Chromium asks for this file by itself, whatever the page names as its icon.
        if (message.location().url.endsWith("/favicon.ico")) return;
        if (message.type() === "error") seen.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => {
        const { name, message, stack } = error.error();
        seen.push(`${name}: ${message} ${stack} (${error.page()?.url()})`);
      });
    },
    allow: (pattern) => void allowed.push(pattern),
    list: () => seen.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
  };
}
