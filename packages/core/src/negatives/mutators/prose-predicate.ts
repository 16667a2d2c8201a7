import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import { replacePredicate } from "../edits/changes.ts";

/** A predicate in words, in another language's syntax, or broken off. */
export const prosePredicate = defineMutator("prose_predicate", (source) => [
  editEach(source, (_, index) => describeInWords(source, index)),
  editEach(source, (predicate) => translate(predicate)),
  editEach(source, (predicate) => breakOff(predicate)),
]);

function editEach(
  { predicates }: EditSource,
  rewrite: (predicate: string, index: number) => string[],
): Edit[] {
  return predicates.flatMap((predicate, index) =>
    rewrite(predicate, index)
      .filter((prose) => prose !== predicate)
      .map((prose) => ({
        path: `/assertions/${index}/predicate`,
        note: `\`${predicate}\` has become \`${prose}\``,
        change: replacePredicate(index, prose),
      })),
  );
}

function describeInWords({ ir, predicates }: EditSource, index: number): string[] {
  const [parameter] = ir.signature.parameters;
  const rationale = ir.assertions[index]?.rationale?.toLowerCase() ?? "this case";
  const [guard, outcome] = (predicates[index] ?? "").split(/ or (?=result\b)/);
  return [
    `the result is right for ${rationale}`,
    `result should be correct when ${parameter?.name ?? "nothing"} is given`,
    `For ${rationale} the function returns the expected value.`,
    ...(outcome === undefined ? [] : [`if not (${guard ?? ""}) then ${outcome}`]),
  ];
}

/** Operators that models bring along from elsewhere. */
function translate(predicate: string): string[] {
  return [
    predicate.replace(" or ", " || "),
    predicate.replace(" == ", " === "),
    predicate.replace(" or result == ", " implies result = "),
    predicate.replace(/^not /, "!"),
  ];
}

function breakOff(predicate: string): string[] {
  return [`${predicate} and`, `assert ${predicate}`, predicate.replace(/\)(?!.*\))/, "")];
}
