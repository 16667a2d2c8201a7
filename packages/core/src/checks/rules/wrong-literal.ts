import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { findParaphrases } from "../ledger/find-paraphrases.ts";
import { isNearNumber } from "../ledger/is-near-number.ts";
import { linkLiterals, type LinkedLiteral } from "../ledger/link-literals.ts";
import { isReturnedAt } from "../ledger/needs-marker.ts";
import type { IrLiteral } from "../ledger/read-ir-literals.ts";
import { spellLiteral } from "../ledger/spell-literal.ts";
import { judgeMissing } from "./judge-missing.ts";
import { replaceTokens } from "./replace-tokens.ts";

/** Says where a literal of the prompt is changed, misspelt or missing. */
export const wrongLiteral: Check = {
  id: "wrong_literal",
  errorType: "wrong_literal",
  version: 1,
  title: "Literal changed or missing",
  description:
    "A text, number or constant that the prompt gives has no place in the effects, or stands there with another case, spelling or value. Literals must be copied exactly, because tests compare them exactly.",
  examples: {
    flags: [
      {
        prompt: "Return 'N/A' if the value is None, and the value otherwise.",
        ir: {
          parameters: { value: "str | None" },
          returns: "str",
          effects: ["If value is None, return LITERAL 'NA'.", "Otherwise return value."],
        },
        path: "/effects/0/description",
      },
      {
        prompt: "Return 'low' if the level is below 10, and 'fine' otherwise.",
        ir: {
          parameters: { level: "int" },
          returns: "str",
          effects: ["If level < 10, return LITERAL 'low'."],
        },
        path: "/effects",
      },
    ],
    passes: [
      {
        prompt:
          "Return 'none' if nobody is called \"Ada\", otherwise the number of hits in percent.",
        ir: {
          parameters: { names: "list[str]" },
          returns: "str | float",
          effects: [
            "Let hits be the entries of names that equal 'Ada'; 'ada' is another name.",
            "If hits is empty, return LITERAL 'none'.",
            "Otherwise return 100 * len(hits) / len(names).",
          ],
        },
      },
    ],
  },
  run: ({ prompt, ir }: CheckSubject): Observation[] => {
    if (prompt === null || ir.effects.length === 0) return [];
    const { places, lost } = findParaphrases(prompt, ir);
    const described = new Set(places.length > 0 ? lost : []);
    const seen = new Set<string>();
    const all = linkLiterals(prompt, ir);
    return all.flatMap((linked) => {
      const { literal } = linked;
      const key = `${literal.kind} ${literal.value} ${literal.role}`;
      if (described.has(linked) || seen.has(key)) return [];
      seen.add(key);
      if (linked.status === "missing" && isFormat(linked, all)) return [];
      const observation =
        linked.altered.length > 0 ? describeAltered(linked) : judgeMissing(linked);
      return observation === null ? [] : [observation];
    });
  },
};

/** "'key=value' lines; lines without '='" describes a format whose parts stand in the prompt as well. */
function isFormat({ literal }: LinkedLiteral, all: readonly LinkedLiteral[]): boolean {
  if (literal.kind !== "text" || literal.isResult) return false;
  return all.some(
    ({ literal: other, status }) =>
      other.kind === "text" &&
      status === "found" &&
      other.value.trim() !== "" &&
      other.value !== literal.value &&
      literal.value.includes(other.value),
  );
}

function describeAltered(linked: LinkedLiteral): Observation | null {
  const { literal, altered } = linked;
  const places = isOffByOne(linked) ? [] : altered;
  const [first] = places;
  if (first === undefined) return null;
  const wanted = spellLiteral(literal);
  const given = first.source.text.slice(first.token.start, first.token.end);
  const isEffect = first.source.area === "effect";
  const isPlain = isEffect && (first.isMarked || isReturnedAt(first));
  return {
    severity: isPlain && literal.role !== "mention" ? "error" : "warning",
    path: first.source.path,
    message: `the prompt has \`${wanted}\`, this ${isEffect ? "effect" : "predicate"} has \`${given}\`; copy the prompt's`,
    fix: {
      title: `Replace ${given} by ${wanted}`,
      patch: replaceTokens(
        places
          .filter(({ token }) => token.value === first.token.value)
          .map((place) => ({
            path: place.source.path,
            text: place.source.text,
            start: place.token.start,
            end: place.token.end,
            by: wanted,
          })),
      ),
    },
  };
}

/** A boundary that is off by one belongs to the check of thresholds. */
function isOffByOne({ literal, altered }: LinkedLiteral): boolean {
  if (literal.role !== "threshold" || literal.comparison === "==") return false;
  return altered.some((place: IrLiteral) => isOneApart(literal.number, place.token.number));
}

function isOneApart(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1 && isNearNumber(left, right);
}
