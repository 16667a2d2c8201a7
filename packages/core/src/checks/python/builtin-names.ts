/** What every Python program may use without introducing it. */
export const BUILTIN_NAMES: ReadonlySet<string> = new Set(
  (
    "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile " +
    "complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals " +
    "hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview " +
    "min next object oct open ord pow print property range repr reversed round set setattr slice sorted " +
    "staticmethod str sum super tuple type vars zip NotImplemented Ellipsis " +
    "BaseException Exception ArithmeticError AssertionError AttributeError EOFError FileNotFoundError " +
    "ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError " +
    "NotImplementedError OSError OverflowError RecursionError RuntimeError StopIteration SyntaxError " +
    "SystemExit TypeError UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError Warning " +
    "ZeroDivisionError"
  ).split(" "),
);

/** Modules of the standard library, and what is often imported from them by name. */
const LIBRARY_NAMES: ReadonlySet<string> = new Set(
  (
    "math re string collections itertools functools operator datetime decimal fractions statistics " +
    "random json copy typing types numbers heapq bisect textwrap unicodedata calendar time cmath enum " +
    "dataclasses inspect hashlib base64 array struct sys os pathlib uuid difflib keyword zoneinfo abc " +
    "Counter defaultdict OrderedDict deque namedtuple reduce partial lru_cache chain product permutations " +
    "combinations groupby accumulate islice Decimal Fraction date timedelta timezone sqrt floor ceil gcd " +
    "lcm isclose isnan isinf inf nan pi prod log exp trunc factorial copysign fsum deepcopy itemgetter " +
    "attrgetter bisect_left bisect_right insort heappush heappop heapify Mapping Sequence Iterable Hashable"
  ).split(" "),
);

/**
 * Whether a name means something of the standard library: many of them are ordinary words, so they
 * must be called, be followed by a dot, or be spelt like a class.
 *
 * @param next the character after the name
 */
export function isLibraryName(name: string, next: string): boolean {
  return (
    LIBRARY_NAMES.has(name) &&
    (next === "(" || next === "." || /^[A-Z]|^(?:inf|nan|pi)$/.test(name))
  );
}
