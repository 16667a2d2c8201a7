import type { IrLiteral } from "./read-ir-literals.ts";
import type { PromptLiteral } from "./prompt-literal.ts";
import { wordAt } from "./word-at.ts";

/** Factors between units that prompts and code mix: seconds, minutes, hours, days; cents; kilo, kibi. */
const UNIT_FACTORS: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    second: [1000],
    minute: [60, 60_000],
    hour: [60, 3600, 3_600_000],
    day: [24, 1440, 86_400],
    week: [7, 604_800],
    year: [12, 365],
    euro: [100],
    dollar: [100],
    pound: [100],
    kilobyte: [1000, 1024],
    kb: [1000, 1024],
    megabyte: [1_000_000, 1_048_576],
    mb: [1_000_000, 1_048_576],
    meter: [100, 1000],
    metre: [100, 1000],
    kilometer: [1000],
    kilometre: [1000],
    km: [1000],
    kilogram: [1000],
    kg: [1000],
  }).flatMap(([unit, factors]): [string, number[]][] => [
    [unit, factors],
    [`${unit}s`, factors],
  ]),
);
const PERCENT = new Set(["%", "percent", "percentage"]);

/** Whether a number of an IR says what a number of the prompt says, however it is spelled. */
export function isSameNumber(literal: PromptLiteral, place: IrLiteral): boolean {
  const wanted = literal.number;
  const given = place.token.number;
  if (wanted === given) return true;
  if (PERCENT.has(literal.unit)) return isOfPercent(wanted, given);
  if (isPercent(place)) return isClose(given / 100, wanted);
  const factors = UNIT_FACTORS.get(literal.unit);
  return factors?.some((factor) => isClose(wanted * factor, given)) ?? false;
}

/** 19 percent is 0.19; 1.19, 119, 0.81 and 81 stand for more or less by 19 percent. */
function isOfPercent(percent: number, given: number): boolean {
  const equals = [
    percent / 100,
    1 + percent / 100,
    100 + percent,
    1 - percent / 100,
    100 - percent,
  ];
  return equals.some((value) => isClose(value, given));
}

function isPercent({ source, at }: IrLiteral): boolean {
  const next = source.tokens[at + 1];
  return next?.value === "%" ? false : PERCENT.has(wordAt(source.tokens, at + 1));
}

function isClose(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
}
