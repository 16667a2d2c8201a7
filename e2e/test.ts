import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import type { Role, User } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { collectPageProblems, type PageProblems } from "./harness/page-problems.ts";
import { makeSessionCookie } from "./harness/session-cookie.ts";
import { startTestStudio, type StudioOptions, type TestStudio } from "./harness/test-studio.ts";

export { expect };

/** Somebody in front of a browser of their own, signed in. */
export interface Person {
  user: User;
  context: BrowserContext;
  page: Page;
}

interface TestFixtures {
  /** A new admin in a browser of their own. */
  admin: Person;
  /** A new reviewer in a browser of their own. */
  reviewer: Person;
  /** Signs in one more person. */
  signIn: (role: Role, name?: string) => Promise<Person>;
  /** Fails the test on complaints of any of its browsers; `allow` those that it provokes. */
  problems: PageProblems;
}

interface WorkerFixtures {
  /** The running studio; `page` is an unsigned visitor of it. Shared by the tests of a spec file. */
  studio: TestStudio;
  /** `test.use({ studioOptions: … })` in a spec file gives that file a studio of its own. */
  studioOptions: StudioOptions;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  studioOptions: [{ withSampleCorpus: false }, { scope: "worker", option: true }],
  studio: [
    async ({ studioOptions }, use) => {
      const studio = await startTestStudio(studioOptions);
      await use(studio);
      await studio.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ studio }, use) => use(studio.url),
  problems: [
    async ({ context }, use) => {
      const problems = collectPageProblems();
      problems.watch(context);
      await use(problems);
      expect(problems.list(), "complaints of the browser").toEqual([]);
    },
    { auto: true },
  ],
  signIn: async ({ browser, problems, studio }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, name) => {
      const user = await makeUser(studio.db, name === undefined ? { role } : { role, name });
      const context = await browser.newContext({ baseURL: studio.url });
      contexts.push(context);
      problems.watch(context);
      await context.addCookies([await makeSessionCookie(studio, user.id)]);
      return { user, context, page: await context.newPage() };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  admin: async ({ signIn }, use) => use(await signIn("admin")),
  reviewer: async ({ signIn }, use) => use(await signIn("reviewer")),
});
