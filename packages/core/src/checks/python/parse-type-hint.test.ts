import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTypeHint } from "./parse-type-hint.ts";
import type { TypeHint } from "./type-hint.ts";

describe("parseTypeHint", () => {
  it.each([
    ["int", "int"],
    ["None", "none"],
    ["Any", "any"],
    ["typing.Any", "any"],
    ["str | None", "str|none"],
    ["int | float | str", "int|float|str"],
    ["Optional[str]", "str|none"],
    ["typing.Optional[List[int]]", "list[int]|none"],
    ["Union[int, str, None]", "int|str|none"],
    ["Union[int, Optional[str]]", "int|str|none"],
    ["dict[str, list[tuple[int, ...]]]", "dict[str,list[tuple[int,()]]]"],
    ["Dict[str, Any]", "dict[str,any]"],
    ["Callable[[int, str], bool]", "Callable[(int,str),bool]"],
    ["Callable[..., int]", "Callable[(),int]"],
    ["Literal['a', 'b']", "literal2"],
    ["'list[int]'", "list[int]"],
    ["list['int']", "list[int]"],
    ["Annotated[int, 'positive']", "int"],
    ["collections.abc.Iterable[int]", null],
    ["abc.Iterable[int]", "Iterable[int]"],
    ["datetime.date", "date"],
    ["tuple[()]", "tuple[]"],
  ])("reads %s", (source, expected) => {
    const parsed = parseTypeHint(source);
    expect(parsed.ok ? show(parsed.hint) : null).toBe(expected);
  });

  it.each([
    ["", 0],
    ["list of int", 5],
    ["list[int", 8],
    ["int or str", 0],
    ["5", 0],
    ["[int]()", 0],
    ["str | 'a b'", 6],
    ["True", 0],
    ["{}", 0],
    ["int, str", 0],
  ])("refuses %j from %i on", (source, offset) => {
    expect(parseTypeHint(source)).toMatchObject({ ok: false, offset });
  });

  it.each([
    ["integer", "integer"],
    ["list[Node] | string", "Node string"],
    ["np.ndarray", "np.ndarray"],
    ["'Tree'", "Tree"],
    ["dict[str, Decimal]", ""],
  ])("lists the unknown names of %s", (source, expected) => {
    const parsed = parseTypeHint(source);
    expect(parsed.ok && parsed.unknownNames.map(({ name }) => name).join(" ")).toBe(expected);
  });

  it("never throws", () => {
    const part = fc.constantFrom(
      ..."int list [ ] , | None Optional Union Literal 'a' . ( ) ... typing".split(" "),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(typeof parseTypeHint(parts.join("")).ok).toBe("boolean");
      }),
    );
  });
});

function show(hint: TypeHint): string {
  switch (hint.kind) {
    case "none":
    case "any":
      return hint.kind;
    case "name": {
      const inner = hint.arguments.map(show).join(",");
      return hint.arguments.length > 0 || hint.name === "tuple"
        ? `${hint.name}[${inner}]`
        : hint.name;
    }
    case "union":
      return hint.members.map(show).join("|");
    case "literal":
      return `literal${hint.values.length}`;
    case "arguments":
      return `(${hint.members.map(show).join(",")})`;
  }
}
