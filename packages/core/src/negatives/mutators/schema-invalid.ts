import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource, IrDraft } from "../edit.ts";

/** A key that is not there, one too many, or a value of another shape, as models write them. */
export const schemaInvalid = defineMutator("schema_invalid", (source) => [
  breakNames(source),
  renameKeys(source),
  addKeys(),
  changeShapes(source),
]);

/** The draft without the promise that it fits the schema. */
type Loose = Record<string, unknown>;

function edit(path: string, note: string, change: (draft: Loose) => void): Edit {
  return { path, note, change };
}

function breakNames({ ir }: EditSource): Edit[] {
  const { name, parameters } = ir.signature;
  const edits = [toCamelCase(name), name.replaceAll("_", "-"), `${name}()`]
    .filter((wrong) => wrong !== name)
    .map((wrong) =>
      edit("/signature/name", `the function is called ${wrong}`, (draft) => {
        (draft as IrDraft).signature.name = wrong;
      }),
    );
  const parameterEdits = parameters.map((parameter, index) =>
    edit(`/signature/parameters/${index}/name`, `${parameter.name} is in upper case`, (draft) => {
      const found = (draft as IrDraft).signature.parameters[index];
      if (found !== undefined) found.name = toCamelCase(parameter.name.toUpperCase());
    }),
  );
  return [...edits, ...parameterEdits];
}

function toCamelCase(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function renameKeys({ ir }: EditSource): Edit[] {
  return [
    ...ir.effects.map((_, at) => renameKey(["effects", at], "description", "text")),
    ...ir.assertions.map((_, at) => renameKey(["assertions", at], "predicate", "expression")),
    ...ir.signature.parameters.map((_, at) =>
      renameKey(["signature", "parameters", at], "type_hint", "type"),
    ),
    renameKey(["intent"], "summary", "description"),
    renameKey(["signature"], "parameters", "params"),
  ];
}

function renameKey(place: (string | number)[], from: string, to: string): Edit {
  const path = `/${place.join("/")}`;
  return edit(`${path}/${from}`, `${path}/${from} is called ${to}`, (draft) => {
    const holder = place.reduce((value: Loose, step) => value[step] as Loose, draft);
    holder[to] = holder[from];
    delete holder[from];
  });
}

function addKeys(): Edit[] {
  return [
    edit("/confidence", "a key that no IR has", (draft) => {
      draft.confidence = 0.9;
    }),
    edit("/signature/docstring", "a key that no signature has", ({ signature }) => {
      (signature as Loose).docstring = "Does what its name says.";
    }),
    edit("/metadata", "metadata are a text", (draft) => {
      draft.metadata = "python";
    }),
  ];
}

function changeShapes({ effects, predicates, ir }: EditSource): Edit[] {
  return [
    edit("/effects/0", "effects are plain texts", (draft) => {
      if (effects.length > 0) draft.effects = effects;
    }),
    edit("/assertions/0", "assertions are plain texts", (draft) => {
      if (predicates.length > 0) draft.assertions = predicates;
    }),
    edit("/signature/returns", "the return type is an object", ({ signature }) => {
      (signature as Loose).returns = { type: ir.signature.returns ?? "None" };
    }),
    edit("/signature/parameters", "parameters are an object by name", ({ signature }) => {
      const { parameters } = ir.signature;
      (signature as Loose).parameters = Object.fromEntries(
        parameters.map(({ name, type_hint }) => [name, type_hint]),
      );
    }),
    edit("/intent/summary", "the summary is too short", ({ intent }) => {
      (intent as Loose).summary = "Does it.";
    }),
    edit("/signature", "the signature is missing", (draft) => {
      delete draft.signature;
    }),
    edit("/constraints/0/type", "a kind of constraint that there is not", (draft) => {
      draft.constraints = [{ type: "range_constraint", value_name: "result" }];
    }),
  ];
}
