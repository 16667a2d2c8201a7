import type { Observation } from "../../check.ts";
import type { EdgeSubject } from "./edge-subject.ts";

/** An edge case that a prompt can name, and words of an IR that take it up. */
const NAMED_EDGES: readonly { asked: RegExp; spoken: RegExp; name: string }[] = [
  {
    asked: /\bempty\b/,
    spoken:
      /\bempty\b|\[\]|''|""|\{\}|\(\)|\bnothing\b|\bno \w+|\blen\(|\bblank\b|set\(\)|\bnot \w+\b|fewer than/,
    name: "empty",
  },
  {
    asked: /\bnegatives?\b/,
    spoken:
      /negativ|\bminus\b|[<>]=? ?(?:literal )?0\b|below (?:0|zero)|positive|less than (?:0|zero)|\babs\b|[<>]=? ?-\d|(?:fewer than|<) (?:1|one)\b|!= -\d/,
    name: "negative",
  },
  {
    asked: /\bduplicates?\b/,
    spoken:
      /duplicat|\bseen\b|\bonce\b|\btwice\b|distinct|unique|different|\bset\b|repeat|\bequal\b|\balready\b|again|not in\b/,
    name: "duplicate",
  },
  {
    asked: /\b(?:may|can) be (?:left out|omitted)\b/,
    spoken: /\bnone\b|default|left out|omitted/,
    name: "left out",
  },
  {
    asked: /\bzero\b/,
    spoken: /\bzero\b|\b0\b|\b0\.0\b|\bnot \w+\b|falsy|\bpositive\b/,
    name: "zero",
  },
];

/** Edge cases that the prompt names in a word and the IR never takes up. */
export function findNamedEdges({ prompt, speech }: EdgeSubject): Observation[] {
  if (prompt === "") return [];
  return NAMED_EDGES.flatMap(({ asked, spoken, name }) => {
    if (!asked.test(prompt) || spoken.test(speech.effects) || spoken.test(speech.assertions))
      return [];
    return [
      {
        severity: "warning" as const,
        path: "/effects",
        message: `the prompt speaks of the case \`${name}\`, but neither an effect nor an assertion does; add it`,
      },
    ];
  });
}
