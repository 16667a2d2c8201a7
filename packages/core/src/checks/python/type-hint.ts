import type { PythonExpression, Span } from "./python-expression.ts";
import type { UsedName } from "./list-free-names.ts";

/** A Python type expression. Names are those of the built-in types: `typing.List` is `list`. */
export type TypeHint = Span &
  (
    | { kind: "none" }
    | { kind: "any" }
    /** `list[int]`; `Iterable`, `Sequence`, `Callable` and unknown names keep their own name. */
    | { kind: "name"; name: string; arguments: TypeHint[] }
    /** Also `Optional[…]`; never nested. */
    | { kind: "union"; members: TypeHint[] }
    /** `Literal['a', 1]`. */
    | { kind: "literal"; values: PythonExpression[] }
    /** The parameter types of a `Callable`, or the dots of `tuple[int, ...]`. */
    | { kind: "arguments"; members: TypeHint[] }
  );

export type ParsedTypeHint =
  | { ok: true; hint: TypeHint; unknownNames: UsedName[] }
  | { ok: false; offset: number; message: string };
