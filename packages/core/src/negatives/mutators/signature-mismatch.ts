import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource, IrDraft } from "../edit.ts";

const INVENTED = [
  { name: "strict", type_hint: "bool" },
  { name: "options", type_hint: "dict[str, Any]" },
  { name: "verbose", type_hint: "bool" },
  { name: "encoding", type_hint: "str" },
];
const BROKEN_HINTS = ["list of int", "list[", "string or None", "int |"];

/** A parameter or a type that does not fit the prompt and the effects. */
export const signatureMismatch = defineMutator("signature_mismatch", (source) => [
  removeParameters(source),
  inventParameters(source),
  narrowReturns(source),
  changeReturns(source),
  changeParameterTypes(source),
  breakHints(source),
]);

function edit(path: string, note: string, change: (signature: IrDraft["signature"]) => void): Edit {
  return { path, note, change: ({ signature }) => change(signature) };
}

function removeParameters({ ir }: EditSource): Edit[] {
  return ir.signature.parameters.map(({ name }, index) =>
    edit("/signature/parameters", `the parameter ${name} is missing`, ({ parameters }) => {
      parameters.splice(index, 1);
    }),
  );
}

function inventParameters({ ir }: EditSource): Edit[] {
  const { parameters } = ir.signature;
  return INVENTED.filter(({ name }) => !parameters.some((known) => known.name === name)).map(
    (invented) =>
      edit(
        `/signature/parameters/${parameters.length}`,
        `the parameter ${invented.name} is invented`,
        (signature) => {
          signature.parameters.push({ ...invented });
        },
      ),
  );
}

/** `str | None` loses its None although a path returns it. */
function narrowReturns(source: EditSource): Edit[] {
  const { returns } = source.ir.signature;
  const narrowed = returns?.replace(/ \| None$|^Optional\[(.*)\]$/, "$1");
  if (narrowed === undefined || narrowed === returns || !returnsNone(source)) return [];
  return [setReturns(narrowed)];
}

function returnsNone({ effects }: EditSource): boolean {
  return effects.some((effect) => /\breturn (?:LITERAL )?None\b/i.test(effect));
}

function changeReturns({ effects, ir }: EditSource): Edit[] {
  const { returns } = ir.signature;
  const literals = effects.flatMap((effect) => [
    ...effect.matchAll(/\breturn LITERAL ('|"|\[|\{|\d|-\d)/gi),
  ]);
  const kinds = new Set(literals.map(([, first = ""]) => first));
  const wrongs = [
    ...(kinds.has("'") || kinds.has('"') ? ["int", "bool", "list[str]"] : []),
    ...(kinds.has("[") ? ["str", "int", "dict[str, int]"] : []),
    ...(kinds.has("{") ? ["list[str]", "str"] : []),
    ...([...kinds].some((kind) => /\d/.test(kind)) ? ["str", "list[int]"] : []),
  ];
  const right = (returns ?? "").split(" | ");
  return wrongs.filter((wrong) => !right.includes(wrong)).map(setReturns);
}

function setReturns(returns: string): Edit {
  return edit("/signature/returns", `the return type is ${returns}`, (signature) => {
    signature.returns = returns;
  });
}

/** Another kind of value than the effects work with. */
function changeParameterTypes({ effects, predicates, ir }: EditSource): Edit[] {
  const texts = [...effects, ...predicates];
  return ir.signature.parameters.flatMap(({ name, type_hint }, index) => {
    const wrong = chooseOtherType(name, type_hint, texts);
    if (wrong === null) return [];
    return [
      edit(
        `/signature/parameters/${index}/type_hint`,
        `${name} is ${wrong} and not ${type_hint}`,
        ({ parameters }) => {
          const parameter = parameters[index];
          if (parameter !== undefined) parameter.type_hint = wrong;
        },
      ),
    ];
  });
}

/** Only where the IR does something with the value that the wrong type cannot do. */
function chooseOtherType(name: string, hint: string, texts: string[]): string | null {
  const isSized = texts.some((text) => text.includes(`len(${name})`));
  const isCompared = texts.some((text) => new RegExp(`\\b${name} (?:<|>|<=|>=) -?\\d`).test(text));
  const hasMethod = texts.some((text) => text.includes(`${name}.`) && /\.\w+\(/.test(text));
  if (isSized || (hasMethod && !hint.startsWith("dict"))) return "int";
  if (isCompared && /^(?:int|float)$/.test(hint)) return "str";
  if (hint.startsWith("list[")) return "int";
  return null;
}

function breakHints({ ir }: EditSource): Edit[] {
  const { parameters } = ir.signature;
  return BROKEN_HINTS.flatMap((wrong) => [
    setReturns(wrong),
    ...parameters.map(({ name }, index) =>
      edit(
        `/signature/parameters/${index}/type_hint`,
        `the type of ${name} is written "${wrong}"`,
        (signature) => {
          const parameter = signature.parameters[index];
          if (parameter !== undefined) parameter.type_hint = wrong;
        },
      ),
    ),
  ]);
}
