/** Offsets are UTF-16 code units into the source, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A Python expression as the checks need it; what they do not tell apart is `other`. */
export type PythonExpression = Span &
  (
    | { kind: "name"; name: string }
    /** `value` is NaN-free; an integer beyond 2^53 is rounded, its spelling is in the source. */
    | { kind: "number"; value: number; isFloat: boolean }
    /** `fields` are the expressions inside a formatted string; then `value` is its source. */
    | {
        kind: "string";
        value: string;
        isBytes: boolean;
        isFormatted: boolean;
        fields: PythonExpression[];
      }
    | { kind: "constant"; value: true | false | null }
    /** `a < b <= c` has three operands and two operators: `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `not in`, `is`, `is not`. */
    | { kind: "comparison"; operands: PythonExpression[]; operators: string[] }
    | { kind: "boolean"; operator: "and" | "or"; operands: PythonExpression[] }
    | { kind: "unary"; operator: "not" | "-" | "+" | "~"; operand: PythonExpression }
    | { kind: "binary"; operator: string; left: PythonExpression; right: PythonExpression }
    /** An unpacked argument (`*a`, `**b`) is positional and of kind `other`. */
    | {
        kind: "call";
        callee: PythonExpression;
        positional: PythonExpression[];
        keywords: { name: string; value: PythonExpression }[];
      }
    | { kind: "attribute"; object: PythonExpression; name: string }
    | { kind: "subscript"; object: PythonExpression; indices: PythonExpression[] }
    /** Only inside a subscript. */
    | {
        kind: "slice";
        lower: PythonExpression | null;
        upper: PythonExpression | null;
        step: PythonExpression | null;
      }
    | { kind: "list" | "tuple" | "set"; elements: PythonExpression[] }
    | { kind: "dict"; entries: { key: PythonExpression; value: PythonExpression }[] }
    | {
        kind: "conditional";
        test: PythonExpression;
        yes: PythonExpression;
        no: PythonExpression;
      }
    | { kind: "lambda"; parameters: string[]; body: PythonExpression }
    /** `name := value`; it binds the name. */
    | { kind: "named"; name: string; value: PythonExpression }
    /** List, set, dict and generator comprehensions; `targets` are the names that they bind. */
    | { kind: "comprehension"; targets: string[]; children: PythonExpression[] }
    | { kind: "other"; children: PythonExpression[] }
  );

export type ParsedPython =
  | { ok: true; expression: PythonExpression }
  /** `offset` is where the source stops being an expression. */
  | { ok: false; offset: number; message: string };

/** An expression that has no place yet. */
export type NewPythonExpression = PythonExpression extends infer Node
  ? Node extends PythonExpression
    ? Omit<Node, "start" | "end">
    : never
  : never;
