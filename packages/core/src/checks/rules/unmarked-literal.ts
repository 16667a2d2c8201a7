import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { linkLiterals, type LinkedLiteral } from "../ledger/link-literals.ts";
import { isReturnedAt } from "../ledger/needs-marker.ts";
import type { PromptLiteral } from "../ledger/prompt-literal.ts";
import { spellLiteral } from "../ledger/spell-literal.ts";

const PROMPT = "Return 'even' if the number is even, and 'odd' otherwise.";

/** Says where a value that the prompt asks for is returned without the marker LITERAL. */
export const unmarkedLiteral: Check = {
  id: "unmarked_literal",
  errorType: "verbose_string",
  version: 1,
  title: "Value without LITERAL",
  description:
    "An exact value of the prompt is returned, but not marked LITERAL. The marker tells the writer of the code to copy the value as it is, and it is how all training data writes one.",
  examples: {
    flags: [
      {
        prompt: PROMPT,
        ir: {
          parameters: { number: "int" },
          returns: "str",
          effects: ["If number % 2 == 0, return 'even'.", "Otherwise return LITERAL 'odd'."],
        },
        path: "/effects/0/description",
      },
    ],
    passes: [
      {
        prompt: PROMPT,
        ir: {
          parameters: { number: "int" },
          returns: "str",
          effects: [
            "If number % 2 == 0, return LITERAL 'even'.",
            "Otherwise return LITERAL 'odd'.",
          ],
        },
      },
    ],
  },
  run: ({ prompt, ir }: CheckSubject): Observation[] => {
    if (prompt === null) return [];
    const places = new Map<string, Unmarked>();
    for (const linked of linkLiterals(prompt, ir)) {
      for (const place of listUnmarked(linked)) places.set(`${place.path} ${place.start}`, place);
    }
    return [...places.values()].map(describe);
  },
};

interface Unmarked {
  literal: PromptLiteral;
  path: string;
  text: string;
  start: number;
  end: number;
}

function listUnmarked({ literal, exact, bare }: LinkedLiteral): Unmarked[] {
  if (literal.role !== "value") return [];
  const quoted = exact
    .filter((place) => place.source.area === "effect" && !place.isMarked && isReturnedAt(place))
    .map(({ source, token }) => ({
      literal,
      path: source.path,
      text: source.text,
      start: token.start,
      end: token.end,
    }));
  const naked = bare
    .filter(({ path, isMarked }) => path.startsWith("/effects/") && !isMarked)
    .map(({ path, start, end, text }) => ({ literal, path, text, start, end }));
  return [...quoted, ...naked];
}

function describe({ literal, path, text, start, end }: Unmarked): Observation {
  const value = spellLiteral(literal);
  const written = text.slice(start, end);
  const marked = `LITERAL ${literal.kind === "text" && !/^['"]/.test(written) ? value : written}`;
  return {
    severity: literal.kind === "text" ? "warning" : "info",
    path,
    message: `the effect returns \`${written}\` without its marker; write \`${marked}\``,
    fix: {
      title: `Mark ${value} as LITERAL`,
      patch: [{ op: "replace", path, value: `${text.slice(0, start)}${marked}${text.slice(end)}` }],
    },
  };
}
