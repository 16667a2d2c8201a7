export const BUILTIN_TYPES: ReadonlySet<string> = new Set(
  (
    "int float complex bool str bytes bytearray memoryview list tuple dict set frozenset range slice " +
    "object type property Exception BaseException ValueError TypeError KeyError IndexError"
  ).split(" "),
);

/** Names of `typing` that mean a built-in type. */
export const TYPING_ALIASES: ReadonlyMap<string, string> = new Map([
  ["List", "list"],
  ["Dict", "dict"],
  ["Set", "set"],
  ["FrozenSet", "frozenset"],
  ["Tuple", "tuple"],
  ["Type", "type"],
  ["Text", "str"],
  ["DefaultDict", "dict"],
  ["defaultdict", "dict"],
  ["OrderedDict", "dict"],
  ["Counter", "dict"],
  ["Deque", "deque"],
]);

/** Other names of `typing`, `collections`, `datetime`, `decimal` and their like. */
export const TYPING_NAMES: ReadonlySet<string> = new Set(
  (
    "Iterable Iterator Sequence MutableSequence Mapping MutableMapping Collection Container Sized " +
    "Hashable Reversible Callable Generator Awaitable AbstractSet MutableSet ByteString Sequence " +
    "KeysView ValuesView ItemsView SupportsInt SupportsFloat SupportsAbs Number Real Integral Rational " +
    "Decimal Fraction date time datetime timedelta timezone deque ChainMap NamedTuple TypedDict " +
    "Optional Union Literal Annotated Final ClassVar NoReturn Never Self LiteralString AnyStr Pattern " +
    "Match Path PurePath UUID Enum IO TextIO BinaryIO T K V S U KT VT Hashable Buffer SimpleNamespace"
  ).split(" "),
);

export const TYPE_MODULES: ReadonlySet<string> = new Set(
  (
    "typing t collections abc datetime decimal fractions numbers types builtins re pathlib uuid enum " +
    "typing_extensions dt"
  ).split(" "),
);
