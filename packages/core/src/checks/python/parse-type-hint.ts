import type { UsedName } from "./list-free-names.ts";
import { parseExpression } from "./parse-expression.ts";
import type { PythonExpression } from "./python-expression.ts";
import { BUILTIN_TYPES, TYPING_ALIASES, TYPING_NAMES, TYPE_MODULES } from "./type-names.ts";
import type { ParsedTypeHint, TypeHint } from "./type-hint.ts";

const MAX_REMEMBERED = 500;
const remembered = new Map<string, ParsedTypeHint>();

/** Reads a Python type expression. Never throws; names that no type has are listed, not refused. */
export function parseTypeHint(source: string): ParsedTypeHint {
  const known = remembered.get(source);
  if (known !== undefined) return known;
  const parsed = parseWhole(source);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  if (source.length <= MAX_REMEMBERED) remembered.set(source, parsed);
  return parsed;
}

function parseWhole(source: string): ParsedTypeHint {
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed;
  const reader = new HintReader();
  const hint = reader.read(parsed.expression);
  const { wrong, unknownNames } = reader;
  if (wrong === null) return { ok: true, hint, unknownNames };
  const text = source.slice(wrong.start, wrong.end);
  return { ok: false, offset: wrong.start, message: `has \`${text}\`, which is no type` };
}

class HintReader {
  readonly unknownNames: UsedName[] = [];
  /** The first part that cannot be a type. */
  wrong: PythonExpression | null = null;

  read(node: PythonExpression): TypeHint {
    const { start, end } = node;
    switch (node.kind) {
      case "constant":
        return node.value === null ? { kind: "none", start, end } : this.refuse(node);
      case "name":
        return this.readName(node.name, [], node);
      case "attribute":
        return this.readAttribute(node, []);
      case "subscript":
        return this.readSubscript(node);
      case "binary":
        if (node.operator !== "|") return this.refuse(node);
        return makeUnion([this.read(node.left), this.read(node.right)], node);
      case "string":
        return this.readForwardReference(node);
      case "list":
        return { kind: "arguments", start, end, members: node.elements.map((e) => this.read(e)) };
      case "other":
        return node.children.length === 0
          ? { kind: "arguments", start, end, members: [] }
          : this.refuse(node);
      default:
        return this.refuse(node);
    }
  }

  private readName(name: string, members: TypeHint[], node: PythonExpression): TypeHint {
    const { start, end } = node;
    if (name === "Any" || name === "object") return { kind: "any", start, end };
    if (name === "Optional") return makeUnion([...members, { kind: "none", start, end }], node);
    if (name === "Union") return makeUnion(members, node);
    const [only] = members;
    if (["Annotated", "Final", "ClassVar"].includes(name) && only !== undefined) return only;
    const alias = TYPING_ALIASES.get(name);
    if (alias === undefined && !BUILTIN_TYPES.has(name) && !TYPING_NAMES.has(name)) {
      this.unknownNames.push({ name, start, end: start + name.length });
    }
    return { kind: "name", name: alias ?? name, arguments: members, start, end };
  }

  private readAttribute(
    node: Extract<PythonExpression, { kind: "attribute" }>,
    members: TypeHint[],
  ): TypeHint {
    const { object, name } = node;
    if (object.kind !== "name") return this.refuse(node);
    if (TYPE_MODULES.has(object.name)) return this.readName(name, members, node);
    const { start, end } = node;
    this.unknownNames.push({ name: `${object.name}.${name}`, start, end });
    return { kind: "name", name, arguments: members, start, end };
  }

  private readSubscript(node: Extract<PythonExpression, { kind: "subscript" }>): TypeHint {
    const { object, indices, start, end } = node;
    const name = object.kind === "name" || object.kind === "attribute" ? object.name : "";
    if (name === "Literal") return { kind: "literal", values: indices, start, end };
    const parts = name === "Annotated" ? indices.slice(0, 1) : indices;
    const members = parts.flatMap((part) =>
      part.kind === "tuple" ? part.elements.map((e) => this.read(e)) : [this.read(part)],
    );
    if (object.kind === "attribute") return { ...this.readAttribute(object, members), start, end };
    if (object.kind !== "name") return this.refuse(node);
    return { ...this.readName(object.name, members, object), start, end };
  }

  /** `'Node'`; offsets inside it count from after its quotation mark. */
  private readForwardReference(node: Extract<PythonExpression, { kind: "string" }>): TypeHint {
    const { start, end } = node;
    const inner = parseExpression(node.value);
    if (!inner.ok || node.isBytes || node.isFormatted) return this.refuse(node);
    const before = this.unknownNames.length;
    const hint = this.read(inner.expression);
    for (const name of this.unknownNames.slice(before)) Object.assign(name, { start, end });
    return { ...hint, start, end };
  }

  private refuse(node: PythonExpression): TypeHint {
    this.wrong ??= node;
    return { kind: "any", start: node.start, end: node.end };
  }
}

function makeUnion(hints: TypeHint[], { start, end }: PythonExpression): TypeHint {
  const members = hints.flatMap((hint) => (hint.kind === "union" ? hint.members : [hint]));
  return { kind: "union", members, start, end };
}
