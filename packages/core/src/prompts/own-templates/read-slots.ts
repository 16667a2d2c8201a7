import { parseExpression } from "../../checks/python/parse-expression.ts";
import { makeFloat, type PythonValue } from "../../checks/evaluation/python-value.ts";
import type { OwnTemplateDraft, TemplateProblem } from "./own-template.schema.ts";
import type { TextPart } from "./read-template-text.ts";

type DraftSlot = OwnTemplateDraft["slots"][number];

export interface ReadSlot {
  name: string;
  kind: DraftSlot["kind"];
  /** As they stand in the prompt. */
  words: string[];
  /** As the rules see them. */
  values: PythonValue[];
}

const NAME = /^[a-z][a-z0-9_]*$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Reads the slots of a draft and says what keeps them from being used. */
export function readSlots(
  slots: readonly DraftSlot[],
  parts: readonly TextPart[],
): { slots: ReadSlot[]; problems: TemplateProblem[] } {
  const used = parts.flatMap((part) => (part.kind === "slot" ? [part.name] : []));
  const names = slots.map(({ name }) => name);
  const unknown = [...new Set(used)].filter((name) => !names.includes(name));
  return {
    slots: slots.map(({ name, kind, values }) => ({
      name,
      kind,
      words: values,
      values: values.map((value) => (kind === "number" ? readNumber(value) : value)),
    })),
    problems: [
      ...unknown.map((name) => ({
        path: "/text",
        message: `\`{${name}}\` is no slot; add a slot with this name or correct it`,
      })),
      ...slots.flatMap((slot, index) => [
        ...findNameProblems(slot.name, names.indexOf(slot.name) < index, used).map((message) => ({
          path: `/slots/${index}/name`,
          message,
        })),
        ...findValueProblems(slot, `/slots/${index}/values`),
      ]),
    ],
  };
}

function readNumber(text: string): PythonValue {
  const value = Number(text);
  return text.includes(".") ? makeFloat(value) : value;
}

function findNameProblems(name: string, isTaken: boolean, used: readonly string[]): string[] {
  const parsed = parseExpression(name);
  if (!NAME.test(name) || !parsed.ok || parsed.expression.kind !== "name") {
    return [`\`${name}\` is no name; use lower-case letters, digits and \`_\`, and no Python word`];
  }
  if (isTaken) return [`two slots are called \`${name}\`; rename one`];
  if (!used.includes(name)) {
    return [`the text does not use this slot; write \`{${name}}\` in it or remove the slot`];
  }
  return [];
}

function findValueProblems({ kind, values }: DraftSlot, path: string): TemplateProblem[] {
  if (values.length === 0) return [{ path, message: "this slot has no values; add at least one" }];
  return values.flatMap((value, index) => {
    const at = `${path}/${index}`;
    if (value.trim() === "") return [{ path: at, message: "this value is blank; remove it" }];
    if (values.indexOf(value) < index) {
      return [{ path: at, message: `\`${value}\` is there twice; remove one` }];
    }
    return kind === "number" && !NUMBER.test(value)
      ? [{ path: at, message: `\`${value}\` is no number; write it like \`12\` or \`-0.5\`` }]
      : [];
  });
}
