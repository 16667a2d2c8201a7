import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const FEES = [
  {
    id: "parking_fee",
    fee: "parking fee in cents",
    input: "minutes",
    one: "minute",
    use: "parked",
  },
  {
    id: "overdue_fee",
    fee: "overdue fee of a library book in cents",
    input: "days_overdue",
    one: "day",
    use: "overdue",
  },
  {
    id: "cloud_storage_price",
    fee: "monthly price of cloud storage in cents",
    input: "gigabytes",
    one: "gigabyte",
    use: "stored",
  },
  {
    id: "baggage_surcharge",
    fee: "baggage surcharge in euros",
    input: "kilograms",
    one: "kilogram",
    use: "checked in",
  },
  {
    id: "courier_price",
    fee: "price of a courier ride in euros",
    input: "kilometres",
    one: "kilometre",
    use: "driven",
  },
  {
    id: "printing_price",
    fee: "price of a print job in cents",
    input: "pages",
    one: "page",
    use: "printed",
  },
  {
    id: "cancellation_fee",
    fee: "cancellation fee of a hotel in euros",
    input: "nights",
    one: "night",
    use: "booked",
  },
  {
    id: "call_charge",
    fee: "charge of a phone call in cents",
    input: "seconds",
    one: "second",
    use: "talked",
  },
] as const;
const STEPS = [
  { id: "5-20", limits: [5, 20] },
  { id: "10-60", limits: [10, 60] },
  { id: "7-14-30", limits: [7, 14, 30] },
  { id: "15-45-90", limits: [15, 45, 90] },
  { id: "3-12", limits: [3, 12] },
  { id: "2-8-24-48", limits: [2, 8, 24, 48] },
  { id: "25-50-100", limits: [25, 50, 100] },
] as const;
const RAISES = [2, 5, 9, 15, 40, 120] as const;

export const feeBySteps = defineTemplate({
  id: "fee_by_steps",
  category: "control_flow",
  title: "Look up a fee in steps",
  slots: {
    fee: { kind: "word", values: FEES },
    steps: { kind: "threshold", values: STEPS },
    base: { kind: "number", values: [0, 1, 3, 10, 25] },
    raise: { kind: "number", values: RAISES },
    order: { kind: "choice", values: ["more_than", "up_to"] },
  },
  phrasings: [
    ({ fee, steps, base, raise, order }) => {
      const { limits } = steps;
      const unit = `${fee.one}s`;
      if (order === "up_to")
        return `Return the ${fee.fee}: ${limits.map((limit, index) => `${base + index * raise} for up to ${limit} ${unit}`).join(", ")}, and ${base + limits.length * raise} for anything more.`;
      return `Return the ${fee.fee}: ${limits
        .toReversed()
        .map(
          (limit, index) =>
            `${base + (limits.length - index) * raise} for more than ${limit} ${unit}`,
        )
        .join(", ")}, and ${base} otherwise.`;
    },
    ({ fee, steps, base, raise, order }) => {
      const { limits } = steps;
      if (order === "up_to")
        return `The ${fee.fee} depends on how many ${fee.one}s were ${fee.use}. ${limits.map((limit, index) => `Up to ${limit} it is ${base + index * raise}`).join(". ")}. Beyond that it is ${base + limits.length * raise}.`;
      return `The ${fee.fee} depends on how many ${fee.one}s were ${fee.use}. It starts at ${base}. ${limits.map((limit, index) => `With more than ${limit} it is ${base + (index + 1) * raise}`).join(". ")}. Only the highest step that is reached counts.`;
    },
  ],
  load: ({ steps }) => ({ branches: steps.limits.length + 1, quirks: 0, edgeCases: 0 }),
  blueprint: ({ fee, steps: { limits }, base, raise, order }) => {
    const { id: name, input } = fee;
    const amounts = [
      ...limits.map((_, index) => base + index * raise),
      base + limits.length * raise,
    ];
    const last = amounts.length - 1;
    const rows =
      order === "up_to"
        ? limits.map((limit, index) => ({
            test: `${input} <= ${limit}`,
            amount: amounts[index] ?? 0,
          }))
        : limits
            .map((limit, index) => ({
              test: `${input} > ${limit}`,
              amount: amounts[index + 1] ?? 0,
            }))
            .toReversed();
    const rest = order === "up_to" ? (amounts[last] ?? 0) : base;
    const why =
      order === "up_to"
        ? "the smallest limit that is not exceeded decides, so the tests go upwards"
        : "the highest step decides, so the tests go downwards";
    return {
      ir: writeIr({
        summary: `Compute the ${fee.fee}.`,
        name,
        parameters: [[input, "int", `Number of ${fee.one}s ${fee.use}.`]],
        returns: "int",
        effects: [
          ...rows.map(
            ({ test, amount }, index) =>
              `If ${test}, return LITERAL ${amount}${index === 0 ? `; ${why}` : ""}.`,
          ),
          `Otherwise return LITERAL ${rest}.`,
        ],
        assertions: [
          assertCase({ [input]: 0 }, base, "Zero"),
          ...limits.flatMap((limit, index) => [
            assertCase({ [input]: limit }, amounts[index] ?? 0, `On the limit of ${limit}`),
            assertCase(
              { [input]: limit + 1 },
              amounts[index + 1] ?? 0,
              `Just above the limit of ${limit}`,
            ),
          ]),
          [`${input} >= 0 or result == ${base}`, "Negative numbers count as the lowest step"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${input}):`,
        ...rows.flatMap(({ test, amount }) => [`    if ${test}:`, `        return ${amount}`]),
        `    return ${rest}`,
      ),
      inputs: [0, 1, -3, ...limits.flatMap((limit) => [limit - 1, limit, limit + 1]), 5000].map(
        (value) => [String(value)],
      ),
    };
  },
});
