import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { writeIr } from "../../write-ir.ts";

const CASES = [
  {
    id: "withdrawal",
    about: "a withdrawal",
    flag: "is_frozen",
    flagText: "the account is frozen",
    pass: "is_vip",
    passText: "the customer is a VIP",
    amount: "amount",
    amountText: "the amount",
    labels: ["refuse", "pay out", "ask the branch"],
  },
  {
    id: "upload",
    about: "an upload",
    flag: "is_infected",
    flagText: "the virus scan failed",
    pass: "is_admin",
    passText: "the user is an admin",
    amount: "megabytes",
    amountText: "the size in megabytes",
    labels: ["delete", "store", "quarantine"],
  },
  {
    id: "refund",
    about: "a refund request",
    flag: "is_fraud",
    flagText: "the order is marked as fraud",
    pass: "is_defective",
    passText: "the item is defective",
    amount: "days_since_purchase",
    amountText: "the number of days since the purchase",
    labels: ["deny", "refund", "offer a voucher"],
  },
  {
    id: "expense",
    about: "an expense claim",
    flag: "is_duplicate",
    flagText: "the claim is a duplicate",
    pass: "is_preapproved",
    passText: "the trip was approved in advance",
    amount: "claim",
    amountText: "the claim in euros",
    labels: ["drop", "approve", "send to the manager"],
  },
  {
    id: "boarding",
    about: "a boarding pass",
    flag: "is_expired",
    flagText: "the pass has expired",
    pass: "is_crew",
    passText: "the holder is crew",
    amount: "bag_weight",
    amountText: "the weight of the bag in kilograms",
    labels: ["turn away", "let through", "weigh again"],
  },
  {
    id: "alert",
    about: "a monitoring alert",
    flag: "is_muted",
    flagText: "the alert is muted",
    pass: "is_test",
    passText: "the alert comes from a test system",
    amount: "error_count",
    amountText: "the number of errors",
    labels: ["ignore", "log", "page somebody"],
  },
  {
    id: "merge",
    about: "a merge request",
    flag: "has_conflicts",
    flagText: "the branch has conflicts",
    pass: "is_hotfix",
    passText: "it is a hotfix",
    amount: "changed_lines",
    amountText: "the number of changed lines",
    labels: ["rebase", "merge", "review"],
  },
  {
    id: "loan",
    about: "a book loan",
    flag: "is_banned",
    flagText: "the reader is banned",
    pass: "is_teacher",
    passText: "the reader is a teacher",
    amount: "loans",
    amountText: "the number of open loans",
    labels: ["no", "yes", "return one first"],
  },
] as const;

export const decideByPriority = defineTemplate({
  id: "decide_by_priority",
  category: "control_flow",
  title: "Decide by flags in order of priority, then by a limit",
  slots: {
    case: { kind: "word", values: CASES },
    limit: { kind: "threshold", values: [3, 5, 10, 14, 20, 30, 50, 100, 200, 400] },
    edge: { kind: "choice", values: ["up_to", "below"] },
    winner: { kind: "choice", values: ["flag", "pass"] },
  },
  phrasings: [
    ({ case: c, limit, edge, winner }) => {
      const first = winner === "flag" ? [c.flagText, c.labels[0]] : [c.passText, c.labels[1]];
      const second = winner === "flag" ? [c.passText, c.labels[1]] : [c.flagText, c.labels[0]];
      return `Decide what to do with ${c.about}. If ${first[0]}, the answer is always '${first[1]}'. Otherwise, if ${second[0]}, it is '${second[1]}'. In all other cases it is '${c.labels[1]}' when ${c.amountText} is ${edge === "up_to" ? "at most" : "less than"} ${limit}, and '${c.labels[2]}' when it is ${edge === "up_to" ? "more than that" : `${limit} or more`}.`;
    },
    ({ case: c, limit, edge, winner }) => {
      const first = winner === "flag" ? [c.flagText, c.labels[0]] : [c.passText, c.labels[1]];
      const second = winner === "flag" ? [c.passText, c.labels[1]] : [c.flagText, c.labels[0]];
      return `Write the rule for ${c.about}, checked in this order: return '${first[1]}' if ${first[0]}; return '${second[1]}' if ${second[0]}; return '${c.labels[2]}' if ${c.amountText} is ${edge === "up_to" ? "more than" : "at least"} ${limit}; return '${c.labels[1]}' otherwise.`;
    },
  ],
  load: () => ({ branches: 4, quirks: 0, edgeCases: 1 }),
  blueprint: ({ case: c, limit, edge, winner }) => {
    const [no, yes, ask] = c.labels.map((label) => pythonLiteral(label));
    const [first, second] =
      winner === "flag"
        ? [
            [c.flag, no],
            [c.pass, yes],
          ]
        : [
            [c.pass, yes],
            [c.flag, no],
          ];
    const over = edge === "up_to" ? ">" : ">=";
    const top = edge === "up_to" ? limit : limit - 1;
    const { amount } = c;
    const name = `decide_${c.id}`;
    const other = `${c.flag} or ${c.pass}`;
    return {
      ir: writeIr({
        summary: `Decide what to do with ${c.about}.`,
        name,
        parameters: [
          [amount, "int", `${capitalise(c.amountText.replace("the ", ""))}.`],
          [c.flag, "bool", `True if ${c.flagText}.`],
          [c.pass, "bool", `True if ${c.passText}.`],
        ],
        returns: "str",
        effects: [
          `If ${first?.[0]} is true, return LITERAL ${first?.[1]}; this wins over everything else.`,
          `If ${second?.[0]} is true, return LITERAL ${second?.[1]}.`,
          `If ${amount} ${over} ${limit}, return LITERAL ${ask}.`,
          `Otherwise return LITERAL ${yes}; ${top} is the largest ${amount} that gets here.`,
        ],
        assertions: [
          [
            `not ${first?.[0]} or result == ${first?.[1]}`,
            "The first rule wins, whatever else is true",
          ],
          [
            `${first?.[0]} or not ${second?.[0]} or result == ${second?.[1]}`,
            "The second rule wins over the limit",
          ],
          [`${other} or ${amount} != ${top} or result == ${yes}`, "Largest value that passes"],
          [
            `${other} or ${amount} != ${top + 1} or result == ${ask}`,
            "Smallest value that does not pass",
          ],
          [`${other} or ${amount} > 0 or result == ${yes}`, "Zero and negative values"],
          [`result in (${[no, yes, ask].join(", ")})`, "No other answer"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${amount}, ${c.flag}, ${c.pass}):`,
        `    if ${first?.[0]}:`,
        `        return ${first?.[1]}`,
        `    if ${second?.[0]}:`,
        `        return ${second?.[1]}`,
        `    if ${amount} ${over} ${limit}:`,
        `        return ${ask}`,
        `    return ${yes}`,
      ),
      inputs: [top, top + 1, 0, -1, limit * 10].flatMap((value) => [
        [String(value), "False", "False"],
        [String(value), "True", "False"],
        [String(value), "False", "True"],
        [String(value), "True", "True"],
      ]),
    };
  },
});
