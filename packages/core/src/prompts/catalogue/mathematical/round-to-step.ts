import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const STEPS = [
  { id: "price", what: "a price in cents", x: "cents", one: "price" },
  { id: "minutes", what: "a working time in minutes", x: "minutes", one: "time" },
  { id: "grams", what: "a weight in grams", x: "grams", one: "weight" },
  { id: "pixels", what: "a width in pixels", x: "pixels", one: "width" },
  { id: "metres", what: "a depth in metres", x: "depth", one: "depth" },
  {
    id: "seconds",
    what: "an offset in seconds",
    x: "offset",
    one: "offset",
  },
  { id: "litres", what: "a volume in litres", x: "litres", one: "volume" },
  { id: "brightness", what: "the brightness of a lamp", x: "brightness", one: "brightness" },
  { id: "crowd", what: "the estimated size of a crowd", x: "size", one: "size" },
] as const;
const MODES = [
  {
    id: "down",
    words: "down to a multiple of",
    effect: "the largest multiple of STEP that is not larger than",
  },
  {
    id: "up",
    words: "up to a multiple of",
    effect: "the smallest multiple of STEP that is not smaller than",
  },
  {
    id: "half_up",
    words: "to the nearest multiple of",
    effect: "the multiple of STEP that is nearest to",
  },
  {
    id: "zero",
    words: "towards zero to a multiple of",
    effect: "the multiple of STEP nearest to zero's side of",
  },
] as const;

export const roundToStep = defineTemplate({
  id: "round_to_step",
  category: "mathematical",
  title: "Round to a multiple of a step",
  slots: {
    quantity: { kind: "word", values: STEPS },
    step: { kind: "number", values: [4, 5, 6, 10, 15, 25, 50, 100] },
    mode: { kind: "choice", values: MODES },
    smallest: { kind: "threshold", values: ["none", "step"] },
  },
  phrasings: [
    ({ quantity, step, mode, smallest }) =>
      `Round ${quantity.what} ${mode.words} ${step}.${mode.id === "half_up" && step % 2 === 0 ? ` Exactly half of ${step} is rounded up.` : ""}${smallest === "step" ? ` The result is never less than ${step}.` : ""}`,
    ({ quantity, step, mode, smallest }) =>
      `Given ${quantity.what} as a whole number, return it rounded ${mode.words} ${step}${mode.id === "half_up" && step % 2 === 0 ? ", halves upwards" : ""}; a multiple of ${step} stays as it is${smallest === "step" ? `, but anything that would come out below ${step} becomes ${step}` : ""}. Negative numbers follow the same rule.`,
  ],
  load: ({ mode, smallest }) => ({
    branches: smallest === "step" ? 2 : 1,
    quirks: mode.id === "down" ? 1 : 2,
    edgeCases: smallest === "step" ? 1 : 0,
  }),
  blueprint: ({ quantity: { id, what, x, one }, step, mode, smallest }) => {
    const name = `round_${id}_to_${step}`;
    const half = Math.floor(step / 2);
    const formula = {
      down: `${x} // ${step} * ${step}`,
      up: `-(-${x} // ${step}) * ${step}`,
      half_up: `(${x} + ${half}) // ${step} * ${step}`,
      zero: `${x} // ${step} * ${step} if ${x} >= 0 else -(-${x} // ${step} * ${step})`,
    }[mode.id];
    const rounded = (value: number) =>
      ({
        down: Math.floor(value / step) * step,
        up: Math.ceil(value / step) * step,
        half_up: Math.floor((value + half) / step) * step,
        zero: Math.trunc(value / step) * step,
      })[mode.id] + 0;
    const compute = (value: number) =>
      smallest === "step" ? Math.max(rounded(value), step) : rounded(value);
    const cases = [
      0,
      1,
      half,
      half + 1,
      step - 1,
      step,
      step + 1,
      2 * step + half,
      2 * step + half + 1,
      3 * step,
      -1,
      -half,
      -half - 1,
      -step,
      -step - 1,
    ];
    const distance = {
      down: `0 <= ${x} - result < ${step}`,
      up: `0 <= result - ${x} < ${step}`,
      half_up: `2 * abs(result - ${x}) <= ${step}`,
      zero: `0 <= abs(${x}) - abs(result) < ${step}`,
    }[mode.id];
    const hint = {
      down: "the floor division // rounds towards minus infinity, so negative numbers are rounded down as well",
      up: "negating before and after // rounds up without floats",
      half_up: "round would take halves to the even neighbour",
      zero: "a plain // would round negative numbers away from zero",
    }[mode.id];
    return {
      ir: writeIr({
        summary: `Round ${what} ${mode.words} ${step}.`,
        name,
        parameters: [[x, "int", `${capitalise(one)} as a whole number.`]],
        returns: "int",
        effects: [
          mode.id === "zero"
            ? `Let rounded be ${x} // ${step} * ${step} if ${x} >= 0, and -(-${x} // ${step} * ${step}) if ${x} < 0, which is always on the side of zero; ${hint}.`
            : `Let rounded be ${formula}, ${mode.effect.replace("STEP", String(step))} ${x}${mode.id === "half_up" && step % 2 === 0 ? "; of two equally near ones it is the larger" : ""}; ${hint}.`,
          smallest === "step"
            ? `If rounded < ${step}, return LITERAL ${step}; otherwise return rounded.`
            : `Return rounded; a multiple of ${step}, 0 included, comes back unchanged.`,
        ],
        assertions: [
          ...[...new Set(cases)].map((value) =>
            assertCase(
              { [x]: value },
              compute(value),
              value === 0
                ? "Zero"
                : value < 0
                  ? `Negative ${one} of ${value}`
                  : value % step === 0
                    ? `Multiple of ${step}`
                    : `Value of ${value}`,
            ),
          ),
          [`result % ${step} == 0`, `A multiple of ${step}`],
          smallest === "step"
            ? [`result == ${step} or ${distance}`, "Near enough"]
            : [distance, "Near enough"],
          ...(smallest === "step" ? ([[`result >= ${step}`, "Smallest result"]] as const) : []),
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${x}):`,
        `    rounded = ${formula}`,
        ...(smallest === "step" ? [`    if rounded < ${step}:`, `        return ${step}`] : []),
        `    return rounded`,
      ),
      inputs: [...new Set([...cases, 1000003, -1000003])].map((value) => [String(value)]),
    };
  },
});
