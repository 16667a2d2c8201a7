import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import type { Ir } from "../../ir/ir.schema.ts";
import { keepHarmlessFix } from "../fixes/keep-harmless-fix.ts";
import { editDistance } from "../ledger/edit-distance.ts";
import { findParaphrases } from "../ledger/find-paraphrases.ts";
import { isNearNumber } from "../ledger/is-near-number.ts";
import { linkLiterals, type LinkedLiteral } from "../ledger/link-literals.ts";
import { isReturnedAt } from "../ledger/needs-marker.ts";
import type { PromptLiteral } from "../ledger/prompt-literal.ts";
import { type IrLiteral, readIrLiterals } from "../ledger/read-ir-literals.ts";
import { spellLiteral } from "../ledger/spell-literal.ts";
import { isMovedPlace } from "./is-moved-place.ts";
import type { QuickFix } from "../quick-fix.ts";
import { judgeMissing } from "./judge-missing.ts";
import { replaceTokens } from "./replace-tokens.ts";

/** Says where a literal of the prompt is changed, misspelt or missing. */
export const wrongLiteral: Check = {
  id: "wrong_literal",
  errorType: "wrong_literal",
  version: 2,
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
  run: (subject: CheckSubject): Observation[] => {
    const { prompt, ir } = subject;
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
        linked.altered.length > 0 ? describeAltered(linked, all, subject) : judgeMissing(linked);
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

function describeAltered(
  linked: LinkedLiteral,
  all: readonly LinkedLiteral[],
  subject: CheckSubject,
): Observation | null {
  const { literal, altered } = linked;
  const places = isOffByOne(linked) ? [] : altered.filter((place) => isNearest(linked, place, all));
  const [first] = places;
  if (first === undefined) return null;
  const wanted = spellLiteral(literal);
  const given = first.source.text.slice(first.token.start, first.token.end);
  const isEffect = first.source.area === "effect";
  const isPlain = isEffect && (first.isMarked || isReturnedAt(first));
  // The only one that is left over may be meant, or not.
  const isGuess = literal.kind === "number" && !isNearNumber(literal.number, first.token.number);
  return {
    severity: isPlain && literal.role !== "mention" ? "error" : "warning",
    path: first.source.path,
    message: `the prompt has \`${wanted}\`, this ${isEffect ? "effect" : "predicate"} has \`${given}\`; copy the prompt's`,
    ...keepHarmlessFix(subject, isGuess ? null : replaceAll(literal, first, places, subject.ir)),
  };
}

/** A text is replaced wherever it stands, because predicates may repeat the slip. */
function replaceAll(
  literal: PromptLiteral,
  first: IrLiteral,
  places: readonly IrLiteral[],
  ir: Ir,
): QuickFix {
  const wanted = spellLiteral(literal);
  const given = first.source.text.slice(first.token.start, first.token.end);
  const isSame = ({ token, source }: IrLiteral) =>
    token.value === first.token.value &&
    (source.area === "effect" || source.area === "assertion") &&
    /(?:description|predicate)$/.test(source.path);
  const others = literal.kind === "text" ? readIrLiterals(ir) : places;
  return {
    title: `Replace ${given} by ${wanted}`,
    patch: replaceTokens(
      others
        .filter((place) => place.kind === first.kind && isSame(place))
        .map(({ source, token }) => ({
          path: source.path,
          text: source.text,
          start: token.start,
          end: token.end,
          by: wanted,
        })),
    ),
  };
}

const MAX_DISTANCE = 4;

/** 'timeout.' is a slip for 'timeout' and not for 'timeouts', and 51 one for 50. */
function isNearest(
  { literal }: LinkedLiteral,
  place: IrLiteral,
  all: readonly LinkedLiteral[],
): boolean {
  const own = measure(literal, place);
  return all.every(
    ({ literal: other, altered }) =>
      other.value === literal.value ||
      !altered.includes(place) ||
      measure(other, place) > own ||
      (measure(other, place) === own && literal.role === "value"),
  );
}

function measure(literal: PromptLiteral, { token }: IrLiteral): number {
  return literal.kind === "number"
    ? Math.abs(literal.number - token.number)
    : editDistance(literal.value.slice(0, 80), token.value.slice(0, 80), MAX_DISTANCE) +
        (literal.isResult ? 0 : 0.5);
}

/** A boundary that is off by one belongs to the check of thresholds. */
function isOffByOne({ literal, altered }: LinkedLiteral): boolean {
  if (literal.kind !== "number" || literal.comparison === "==" || literal.isResult) return false;
  if (literal.role !== "threshold") {
    return altered.some((place) => isMovedPlace(literal.number, place));
  }
  return altered.some((place: IrLiteral) => isOneApart(literal.number, place.token.number));
}

function isOneApart(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1 && isNearNumber(left, right);
}
