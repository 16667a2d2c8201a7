import { makeSample } from "@foundry/prisma/factories/make-sample";
import { expect, type Page } from "@playwright/test";
import type { Person } from "../test.ts";
import type { TestStudio } from "./test-studio.ts";

/** Python starts in seconds, not in milliseconds, and a run that is killed takes its whole time. */
export const RUN = { timeout: 60_000 };

/** A prompt is stored once, and so each test needs one of its own. */
let promptCount = 0;
const PROMPT = "Return 'integer' for an int, 'text' for a str, and 'other' for anything else.";

function writeIr(...predicates: string[]): string {
  return JSON.stringify(
    {
      intent: { summary: "Name the kind of a value." },
      signature: {
        name: "name_kind",
        parameters: [{ name: "value", type_hint: "object" }],
        returns: "str",
      },
      effects: [
        { description: "If value is an int, return LITERAL 'integer'." },
        { description: "If value is a str, return LITERAL 'text'." },
        { description: "Otherwise return LITERAL 'other'." },
      ],
      assertions: predicates.map((predicate) => ({ predicate })),
    },
    null,
    2,
  );
}

export const GOOD = `def name_kind(value):
    if isinstance(value, bool):
        return "other"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, str):
        return "text"
    return "other"
`;
export const HOLDS = "not isinstance(value, str) or result == 'text'";
/** Says about a bool what is only true of other ints. */
export const FAILS = "not isinstance(value, int) or result == 'integer'";

export const resultOf = (page: Page) => page.getByTestId("evidence-result");
export const fieldOf = (page: Page) => page.getByLabel("Reference implementation");

export async function openSample({ page }: Person, studio: TestStudio, ...predicates: string[]) {
  promptCount += 1;
  const prompt = `${PROMPT} (${promptCount})`;
  const { sampleId } = await makeSample(studio.db, { prompt, irRaw: writeIr(...predicates) });
  await page.goto(`/review?sample=${sampleId}`);
  await expect(page.getByRole("heading", { name: `Prompt of sample ${sampleId}` })).toBeVisible();
  return sampleId;
}

/** Types it in, as a reviewer would. */
export async function runWith(page: Page, source: string) {
  await fieldOf(page).fill(source);
  await fieldOf(page).press("Control+Enter");
  await expect(resultOf(page)).toBeVisible(RUN);
}

export async function removeReference(page: Page) {
  await page.getByText("Typed in by you").click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(fieldOf(page)).toBeVisible();
}

/** Waits inside one call of C, where no limit of the harness reaches. */
export const SLOW = `import collections, itertools
def name_kind(value):
    collections.deque(itertools.repeat(1), maxlen=0)
`;
