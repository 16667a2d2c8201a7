import type { CheckSubject } from "../check-subject.ts";
import { listHintTypes } from "../python/list-hint-types.ts";

/** Says of an expression whether it has only whole numbers: a length, or a parameter of type int. */
export function holdsWholeNumbers({ ir }: CheckSubject): (subject: string) => boolean {
  const whole = new Set(
    ir.signature.parameters
      .filter(({ type_hint }) => {
        const types = listHintTypes(type_hint);
        return types?.has("int") === true && !types.has("float");
      })
      .map(({ name }) => name),
  );
  return (subject) => whole.has(subject) || subject.startsWith("len(") || subject.includes(" % ");
}
