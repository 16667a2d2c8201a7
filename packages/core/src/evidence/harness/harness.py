"""Runs implementations of one function on inputs and judges the assertions of its IR.

One file, standard library only, CPython 3.10 or newer and Pyodide. Two ways in:

- `run(request_json, emit)`: everything in this interpreter. For Pyodide, where the browser's
  worker is the boundary and whoever started it ends it. Code that wants to can reach the harness
  there, so what such a run says is as honest as its code: it informs the person who started it,
  and nothing is stored or decided by it.
- as a program: request on stdin, events as JSON lines on stdout. This process, the controller,
  never executes anything from the request. Untrusted code runs in children: one for each
  implementation, one for all mutants, one judge for inputs and predicates. A child has neither
  stdin nor stdout nor a handle on the events; it answers over its own pipe with plain data
  that the controller checks. So a child can lie about its own results, which is the same as
  returning something else, and can write no event, see no expected result and not touch what
  another implementation returned. A child that hangs, dies or floods costs its own call only.
  The controller adds no isolation from the machine: that is the sandbox's part.

Values travel as JSON: None, booleans, small integers and strings as themselves, everything else
as [tag, ...]. Containers carry a number, by which a second occurrence refers to the first, so
that "the very object that was passed" survives the journey (see `Judge`).

`parameter is x` in a predicate: a parameter means its value BEFORE the call, in a copy the call
never saw, so changing an argument in place fools no predicate. Identity, however, is asked of
the objects that really were passed: `is`, `is not` and `id()` first replace every part of the
copy by its counterpart from the call. For numbers and text, equal value and type count as
identical, because there Python promises nothing either way.
"""

import ast
import builtins
import collections
import datetime
import decimal
import fractions
import io
import itertools
import json
import math
import os
import random
import re
import sys
import time
import types
import warnings

IMPLEMENTATION = "<implementation>"
PREDICATE = "<predicate>"
REPR_LENGTH = 500
MAX_NODES = 20_000
MAX_TEXT = 200_000
MAX_DEPTH = 80
MAX_DRAINED = 10_000
MAX_PREDICATE = 10_000
MAX_REPLY_BYTES = 4_000_000
MAX_RESTARTS = 3
CHUNK = 16
RECURSION_LIMIT = 1000
SMALL_INTEGER = 2**53


# --- values as data ---------------------------------------------------------------------------


class TooLarge(Exception):
    """A value with more parts than anyone compares."""


class Malformed(Exception):
    """A child sent something that is no value."""


SEQUENCES = {
    list: "list",
    tuple: "tuple",
    set: "set",
    frozenset: "frozenset",
    collections.deque: "deque",
}
MAPPINGS = {
    dict: "dict",
    collections.OrderedDict: "OrderedDict",
    collections.Counter: "Counter",
    collections.defaultdict: "defaultdict",
}
SEQUENCE_MAKERS = {name: kind for kind, name in SEQUENCES.items()}
MAPPING_MAKERS = {name: kind for kind, name in MAPPINGS.items()}
TEXT_KINDS = {
    decimal.Decimal: ("Decimal", str, decimal.Decimal),
    fractions.Fraction: ("Fraction", str, fractions.Fraction),
    datetime.date: ("date", datetime.date.isoformat, datetime.date.fromisoformat),
    datetime.time: ("time", datetime.time.isoformat, datetime.time.fromisoformat),
    datetime.datetime: ("datetime", datetime.datetime.isoformat, datetime.datetime.fromisoformat),
    datetime.timedelta: (
        "timedelta",
        lambda value: f"{value.days} {value.seconds} {value.microseconds}",
        lambda text: datetime.timedelta(*map(int, text.split())),
    ),
}
TEXT_MAKERS = {name: make for name, _, make in TEXT_KINDS.values()}
ATOMS = (int, float, complex, str, bytes)


class Encoder:
    """Turns values into data; `numbers` gives objects that are known already their number."""

    def __init__(self, numbers=None):
        self.numbers = dict(numbers or {})
        self.next_number = max(self.numbers.values(), default=-1) + 1
        self.written = set()
        self.alive = []
        self.nodes = 0
        self.text = 0

    def encode(self, value, depth=0):
        kind = type(value)
        self.nodes += 1
        if self.nodes > MAX_NODES or self.text > MAX_TEXT or depth > MAX_DEPTH:
            raise TooLarge
        if value is None or kind is bool:
            return value
        if kind is int:
            self.text += value.bit_length() // 4
            if self.text > MAX_TEXT:
                raise TooLarge
            return value if abs(value) < SMALL_INTEGER else ["int", hex(value)]
        if kind is str:
            self.text += len(value)
            return value
        if kind is float:
            return ["float", value.hex()]
        if kind is complex:
            return ["complex", value.real.hex(), value.imag.hex()]
        if value is Ellipsis:
            return ["ellipsis"]
        if kind is bytes:
            self.text += len(value)
            return ["bytes", value.hex()]
        if kind is range:
            return ["range", *(self.encode(part) for part in (value.start, value.stop, value.step))]
        if kind in TEXT_KINDS:
            name, to_text, _ = TEXT_KINDS[kind]
            return ["text", name, to_text(value)]
        return self.encode_object(value, kind, depth)

    def encode_object(self, value, kind, depth):
        number = self.numbers.get(id(value))
        if number is None:
            number = self.numbers[id(value)] = self.next_number
            self.next_number += 1
            self.alive.append(value)
        if number in self.written:
            return ["ref", number]
        self.written.add(number)
        if kind is bytearray:
            self.text += len(value)
            return ["bytearray", number, value.hex()]
        if kind in SEQUENCES:
            return [SEQUENCES[kind], number, [self.encode(item, depth + 1) for item in value]]
        if kind in MAPPINGS:
            pairs = [
                [self.encode(key, depth + 1), self.encode(item, depth + 1)]
                for key, item in value.items()
            ]
            return [MAPPINGS[kind], number, pairs]
        if isinstance(value, collections.abc.Iterator):
            items = list(itertools.islice(value, MAX_DRAINED + 1))
            if len(items) > MAX_DRAINED:
                raise TooLarge
            return [
                "iterator",
                number,
                kind.__name__,
                [self.encode(item, depth + 1) for item in items],
            ]
        return ["opaque", number, kind.__name__[:100], safe_repr(value)]


class Decoder:
    """Turns data into values. Never executes anything, except an `expression` where allowed."""

    def __init__(self, allows_expressions=False):
        self.objects = {}
        self.allows_expressions = allows_expressions

    def decode(self, node):
        if node is None or isinstance(node, (bool, int, str)):
            return node
        tag = node[0]
        if tag == "int":
            return int(node[1], 16)
        if tag == "float":
            return float.fromhex(node[1])
        if tag == "complex":
            return complex(float.fromhex(node[1]), float.fromhex(node[2]))
        if tag == "ellipsis":
            return Ellipsis
        if tag == "bytes":
            return bytes.fromhex(node[1])
        if tag == "range":
            return range(*(self.decode(part) for part in node[1:]))
        if tag == "text":
            return TEXT_MAKERS[node[1]](node[2])
        if tag == "expression" and self.allows_expressions:
            return evaluate_expression(node[1])
        if tag == "ref":
            return self.objects[node[1]]
        return self.decode_object(tag, node[1], node)

    def decode_object(self, tag, number, node):
        if tag == "bytearray":
            value = bytearray.fromhex(node[2])
        elif tag == "list":
            value = self.objects[number] = []
            value.extend(self.decode(item) for item in node[2])
        elif tag in SEQUENCE_MAKERS:
            value = SEQUENCE_MAKERS[tag](self.decode(item) for item in node[2])
        elif tag in MAPPING_MAKERS:
            value = self.objects[number] = MAPPING_MAKERS[tag]()
            for key, item in node[2]:
                value[self.decode(key)] = self.decode(item)
        elif tag == "iterator":
            value = iter([self.decode(item) for item in node[3]])
        else:
            raise Malformed(tag)
        self.objects[number] = value
        return value


def tables_of(nodes, table=None):
    """The containers in some nodes by their number, for following references."""
    table = {} if table is None else table
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, list):
            continue
        tag = node[0]
        if tag in SEQUENCE_MAKERS:
            table[node[1]] = node
            waiting.extend(node[2])
        elif tag in MAPPING_MAKERS:
            table[node[1]] = node
            for key, item in node[2]:
                waiting.extend((key, item))
        elif tag == "iterator":
            table[node[1]] = node
            waiting.extend(node[3])
        elif tag in ("bytearray", "opaque"):
            table[node[1]] = node
    return table


class Writer:
    """Walks a value that is data, follows references and writes it down."""

    def __init__(self, table):
        self.table = table
        self.open = []
        self.left = MAX_TEXT * 4

    def write(self, node):
        text = self.write_node(node)
        self.left -= len(text)
        if self.left < 0:
            raise TooLarge
        return text

    def write_node(self, node):
        if node is None or isinstance(node, bool):
            return repr(node)
        if isinstance(node, int):
            return self.integer(node)
        if isinstance(node, str):
            return self.string(node)
        tag = node[0]
        if tag == "int":
            return self.integer(int(node[1], 16))
        if tag == "float":
            return self.float(float.fromhex(node[1]))
        if tag == "complex":
            return self.complex(float.fromhex(node[1]), float.fromhex(node[2]))
        if tag == "ellipsis":
            return "Ellipsis"
        if tag == "bytes":
            return repr(bytes.fromhex(node[1]))
        if tag == "range":
            return f"range({', '.join(self.write(part) for part in node[1:])})"
        if tag == "text":
            return f"{str(node[1])}({self.string(str(node[2]))})"
        if tag == "expression":
            return str(node[1])
        number = node[1]
        if not isinstance(number, int):
            raise Malformed
        if tag == "ref":
            node = self.table.get(number)
            if node is None:
                raise Malformed
            tag = node[0]
        if number in self.open:
            return self.cycle(len(self.open) - self.open.index(number))
        self.open.append(number)
        try:
            return self.write_object(tag, node)
        finally:
            self.open.pop()

    def write_object(self, tag, node):
        if tag == "bytearray":
            return f"bytearray({bytes.fromhex(node[2])!r})"
        if tag in SEQUENCE_MAKERS:
            return self.sequence(tag, [self.write(item) for item in node[2]])
        if tag in MAPPING_MAKERS:
            return self.mapping(tag, [(self.write(key), self.write(item)) for key, item in node[2]])
        if tag == "iterator":
            items = ", ".join(self.write(item) for item in node[3])
            return (
                f"<{str(node[2])[:100]} of {items}>" if items else f"<empty {str(node[2])[:100]}>"
            )
        if tag == "opaque":
            return self.opaque(str(node[2]), str(node[3]))
        raise Malformed(str(tag))


class Canon(Writer):
    """Equal text means equal in value and type; NaN equals NaN, order counts only where it does."""

    def integer(self, value):
        return hex(value)

    def string(self, value):
        return json.dumps(value)

    def float(self, value):
        return "f" + ("0x0.0p+0" if value == 0 else value.hex())

    def complex(self, real, imaginary):
        return f"c({self.float(real)},{self.float(imaginary)})"

    def cycle(self, height):
        return f"^{height}"

    def sequence(self, tag, items):
        ordered = sorted(items) if tag in ("set", "frozenset") else items
        return f"{tag}[{','.join(ordered)}]"

    def mapping(self, tag, pairs):
        ordered = pairs if tag == "OrderedDict" else sorted(pairs)
        return f"{tag}{{{','.join(f'{key}:{item}' for key, item in ordered)}}}"

    def opaque(self, kind, text):
        return f"<{kind}|{text}>"


class Show(Writer):
    """As `repr` writes it, with sets in a fixed order."""

    def integer(self, value):
        return repr(value) if abs(value) < 10**1000 else f"<integer of {value.bit_length()} bits>"

    def string(self, value):
        return repr(value)

    def float(self, value):
        return repr(value)

    def complex(self, real, imaginary):
        return repr(complex(real, imaginary))

    def cycle(self, _height):
        return "..."

    def sequence(self, tag, items):
        if tag == "tuple":
            return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
        if tag in ("set", "frozenset"):
            inner = (
                "{" + ", ".join(sorted(items, key=lambda text: (len(text), text))) + "}"
                if items
                else ""
            )
            return inner if tag == "set" and items else f"{tag}({inner})"
        inner = f"[{', '.join(items)}]"
        return inner if tag == "list" else f"{tag}({inner})"

    def mapping(self, tag, pairs):
        inner = "{" + ", ".join(f"{key}: {item}" for key, item in pairs) + "}"
        return inner if tag == "dict" else f"{tag}({inner})"

    def opaque(self, _kind, text):
        return text


def canonical(node, table=None):
    try:
        return Canon(tables_of([node]) if table is None else table).write(node)
    except TooLarge:
        return json.dumps(node)


def show(node, table):
    try:
        return cut(Show(table).write(node), REPR_LENGTH)
    except TooLarge:
        return "<too large to show>"


def type_name(node, table):
    if isinstance(node, list):
        tag = node[0]
        if tag == "ref":
            return type_name(table[node[1]], {})
        if tag in ("text", "opaque", "iterator"):
            return str(node[1] if tag == "text" else node[2])[:100]
        return str(tag)
    return type(node).__name__


def has_opaque(table):
    return any(node[0] == "opaque" for node in table.values())


def cut(text, length):
    return text if len(text) <= length else text[: length - 1] + "…"


def safe_repr(value):
    """Code of the value's class runs here: only where its result is taken anyway."""
    try:
        return cut(without_addresses(repr(value)), REPR_LENGTH)
    except (StepsReached, OutputReached):
        raise
    except BaseException as error:
        return f"<{type(value).__name__} whose repr raises {type(error).__name__}>"


def without_addresses(text):
    """They differ from run to run."""
    return re.sub(r" at 0x[0-9a-fA-F]+", "", text)


def make_storable(value):
    """Without the characters that databases refuse: NUL and halves of a surrogate pair."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
    if isinstance(value, list):
        return [make_storable(item) for item in value]
    if isinstance(value, dict):
        return {key: make_storable(item) for key, item in value.items()}
    return value


def safe_message(error):
    try:
        return cut(without_addresses(str(error)), REPR_LENGTH)
    except BaseException:
        return ""


# --- running code under limits ----------------------------------------------------------------


class StepsReached(BaseException):
    """Not an Exception, so that `except Exception` in the code does not keep it going."""


class OutputReached(BaseException):
    pass


class Meter:
    """Counts the lines executed in one file: the same number on every machine, unlike time."""

    def __init__(self, filename, steps):
        self.filename = filename
        self.left = steps
        self.is_spent = False

    def __enter__(self):
        sys.setrecursionlimit(RECURSION_LIMIT)
        sys.settrace(self.trace)

    def __exit__(self, *_):
        sys.settrace(None)

    def trace(self, frame, _event, _argument):
        if frame.f_code.co_filename != self.filename:
            return None
        self.left -= 1
        if self.left < 0:
            self.is_spent = True
            raise StepsReached
        return self.trace


class Capture(io.TextIOBase):
    """Stands for stdout and stderr while code runs."""

    def __init__(self, length):
        self.left = length
        self.parts = []
        self.is_cut = False

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        kept = text[: self.left]
        self.left -= len(kept)
        self.parts.append(kept)
        if len(kept) < len(text):
            self.is_cut = True
            raise OutputReached
        return len(text)

    def take(self):
        text = "".join(self.parts)
        self.parts = []
        return text


class Redirected:
    def __init__(self, capture):
        self.capture = capture

    def __enter__(self):
        self.kept = sys.stdin, sys.stdout, sys.stderr
        sys.stdin = io.StringIO()
        sys.stdout = sys.stderr = self.capture

    def __exit__(self, *_):
        sys.stdin, sys.stdout, sys.stderr = self.kept


def describe_error(error):
    """The outcome of a call that raised, or why it was ended."""
    if isinstance(error, StepsReached):
        return {"kind": "stopped", "limit": "steps"}
    if isinstance(error, OutputReached):
        return {"kind": "stopped", "limit": "output"}
    if isinstance(error, RecursionError):
        return {"kind": "stopped", "limit": "recursion"}
    if isinstance(error, MemoryError):
        return {"kind": "stopped", "limit": "memory"}
    return {"kind": "raised", "error": type(error).__name__[:100], "message": safe_message(error)}


EXPRESSION_NAMES = {
    "collections": collections,
    "datetime": datetime,
    "decimal": decimal,
    "fractions": fractions,
    "math": math,
    "Decimal": decimal.Decimal,
    "Fraction": fractions.Fraction,
    "nan": math.nan,
    "inf": math.inf,
}


def evaluate_expression(source):
    return eval(
        compile(source.strip(), "<input>", "eval"), {"__builtins__": builtins, **EXPRESSION_NAMES}
    )


SOURCE_ERRORS = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)


# --- a child that runs an implementation ------------------------------------------------------


class Runner:
    """Loads one implementation after the other and calls it. Everything it says is its own word."""

    def __init__(self):
        self.function = None
        self.steps = 0
        self.capture = Capture(0)

    def handle(self, message):
        """Replies one by one, so that a run that is ended keeps what it has found."""
        if message["op"] == "load":
            yield self.load(message)
        elif message["op"] == "mutate":
            yield {"mutants": list_mutants(message["source"], message["name"], message["max"])}
        else:
            for arguments in message["arguments"]:
                yield self.call(arguments)

    def load(self, message):
        self.function = None
        self.steps = message["steps"]
        self.capture = Capture(message["outputLength"])
        namespace = {"__name__": "implementation", "__builtins__": builtins}
        name = message["name"]
        meter = Meter(IMPLEMENTATION, self.steps)
        try:
            code = compile(message["source"], IMPLEMENTATION, "exec", dont_inherit=True)
        except SyntaxError as error:
            return self.loaded(
                f"line {error.lineno}: {error.msg}" if error.lineno else str(error.msg)
            )
        except SOURCE_ERRORS as error:
            return self.loaded(f"cannot be read: {safe_message(error) or type(error).__name__}")
        try:
            with Redirected(self.capture), meter:
                exec(code, namespace)
        except BaseException as error:
            outcome = describe_error(error)
            if outcome["kind"] == "stopped":
                return self.loaded(
                    f"was stopped while it was loaded: the limit on {outcome['limit']} was reached"
                )
            return self.loaded(
                f"raised {outcome['error']} while it was loaded: {outcome['message']}"
            )
        function = namespace.get(name)
        self.function = function if callable(function) else None
        return self.loaded(explain_missing(name, namespace))

    def loaded(self, error):
        return {"error": error, "output": self.capture.take(), "isCut": self.capture.is_cut}

    def call(self, arguments):
        random.seed(0)
        decoder = Decoder(allows_expressions=True)
        meter = Meter(IMPLEMENTATION, self.steps)
        after = arguments
        try:
            passed = [decoder.decode(node) for node in arguments]
            numbers = {id(value): number for number, value in decoder.objects.items()}
            with Redirected(self.capture):
                try:
                    with meter:
                        value = self.function(*passed)
                        outcome, after = self.describe(arguments, passed, numbers, value)
                except BaseException as error:
                    outcome = describe_error(error)
                    after = self.encode_after(arguments, passed, Encoder(numbers))
        except BaseException as error:
            outcome = describe_error(error)
        if meter.is_spent:
            outcome = {"kind": "stopped", "limit": "steps"}
        return {
            "outcome": outcome,
            "after": after,
            "output": self.capture.take(),
            "isCut": self.capture.is_cut,
        }

    def describe(self, arguments, passed, numbers, value):
        encoder = Encoder(numbers)
        is_iterator = isinstance(value, collections.abc.Iterator)
        items = list(itertools.islice(value, MAX_DRAINED + 1)) if is_iterator else []
        after = self.encode_after(arguments, passed, encoder)
        try:
            if is_iterator:
                items = encoder.encode(items)[2]
                node = ["iterator", encoder.next_number, type(value).__name__[:100], items]
                return {"kind": "returned", "value": node}, after
            return {"kind": "returned", "value": encoder.encode(value)}, after
        except TooLarge:
            text = f"<{type(value).__name__} that is too large to compare>"
            return {
                "kind": "returned",
                "value": ["opaque", encoder.next_number, type(value).__name__[:100], text],
            }, after

    def encode_after(self, arguments, passed, encoder):
        """What became of the arguments; those that only an expression can say are left as they are."""
        try:
            return [
                node
                if isinstance(node, list) and node[0] == "expression"
                else encoder.encode(value)
                for node, value in zip(arguments, passed)
            ]
        except TooLarge:
            return arguments


ASYNCHRONOUS = 0x80 | 0x100 | 0x200


def explain_missing(name, namespace):
    function = namespace.get(name)
    if isinstance(function, types.FunctionType) and function.__code__.co_flags & ASYNCHRONOUS:
        return f"`{name}` is an async function: write a plain `def`"
    if callable(function):
        return None
    if name in namespace:
        return f"`{name}` is not a function but a value of type {type(function).__name__}"
    others = [key for key, value in namespace.items() if isinstance(value, types.FunctionType)]
    found = (
        f": it defines `{'`, `'.join(others[:5])}`" if others else " and no other function either"
    )
    return f"does not define `{name}`{found}"


# --- mutants ----------------------------------------------------------------------------------

COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.FloorDiv,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
}
SIGNS = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.In: "in",
    ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not", ast.Add: "+", ast.Sub: "-", ast.Mult: "*",
    ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**", ast.And: "and", ast.Or: "or",
}  # fmt: skip
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


def list_mutants(source, name, maximum):
    """Sources that differ from the function's in one place, spread evenly over its places."""
    try:
        tree = ast.parse(source)
        function = find_function(tree, name)
        if function is None or maximum <= 0:
            return []
        sites = sorted(list_sites(function), key=lambda site: site[0])
        known = {ast.unparse(tree)}
        mutants = []
        for line, change, apply, undo in spread(sites, maximum * 3):
            apply()
            mutated = ast.unparse(tree)
            undo()
            if mutated not in known:
                known.add(mutated)
                mutants.append(
                    {"change": f"line {line}: {cut(change, 120)}", "line": line, "source": mutated}
                )
        return spread(mutants, maximum)
    except SOURCE_ERRORS:
        return []


def find_function(tree, name):
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return node
    return None


def spread(items, maximum):
    if len(items) <= maximum:
        return items
    return [items[index * len(items) // maximum] for index in range(maximum)]


def list_sites(function):
    """(line, what changes, apply, undo) for every place that can be changed."""
    for node in walk_in_order(function):
        if isinstance(node, BLOCKS):
            yield from statement_sites(node)
        yield from expression_sites(node)


PLACES = (
    ast.expr,
    ast.stmt,
    ast.comprehension,
    ast.excepthandler,
    ast.keyword,
    ast.match_case,
    ast.pattern,
    ast.withitem,
)
BLOCKS = (
    ast.FunctionDef,
    ast.If,
    ast.For,
    ast.While,
    ast.With,
    ast.Try,
    ast.ExceptHandler,
    ast.match_case,
)


def walk_in_order(node):
    """Without type hints, default values, decorators and docstrings."""
    yield node
    if isinstance(node, ast.FunctionDef):
        children = node.body
    elif isinstance(node, ast.AnnAssign):
        children = [node.value] if node.value else []
    else:
        children = ast.iter_child_nodes(node)
    for child in children:
        if isinstance(child, PLACES) and not is_docstring(child):
            yield from walk_in_order(child)


def is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def set_site(node, field, new, line, change):
    """A site that puts another value into a field, or into a place of a list."""
    owner, key = (getattr(node, field[0]), field[1]) if isinstance(field, tuple) else (node, field)
    old = owner[key] if isinstance(owner, list) else getattr(owner, key)

    def put(value):
        if isinstance(owner, list):
            owner[key] = value
        else:
            setattr(owner, key, value)

    return line, change, lambda: put(new), lambda: put(old)


def statement_sites(node):
    for block in ("body", "orelse", "finalbody"):
        for index, statement in enumerate(getattr(node, block, None) or []):
            is_dropped = isinstance(
                statement, (ast.AugAssign, ast.Continue, ast.Break, ast.Raise, ast.Delete)
            )
            is_dropped = is_dropped or (
                isinstance(statement, ast.Expr) and not is_docstring(statement)
            )
            is_dropped = is_dropped or (isinstance(statement, ast.If) and not statement.orelse)
            if isinstance(statement, ast.Assign):
                is_dropped = not all(isinstance(target, ast.Name) for target in statement.targets)
            if is_dropped:
                first = ast.unparse(statement).split("\n")[0]
                yield set_site(
                    node, (block, index), ast.Pass(), statement.lineno, f"dropped `{first}`"
                )


def expression_sites(node):
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                change = f"`{SIGNS[type(operator)]}` became `{SIGNS[other]}`"
                yield set_site(node, ("ops", index), other(), node.lineno, change)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield set_site(
            node, "op", other(), node.lineno, f"`{SIGNS[type(node.op)]}` became `{SIGNS[other]}`"
        )
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in ARITHMETIC:
        other = ARITHMETIC[type(node.op)]
        mark = "=" if isinstance(node, ast.AugAssign) else ""
        change = f"`{SIGNS[type(node.op)]}{mark}` became `{SIGNS[other]}{mark}`"
        yield set_site(node, "op", other(), node.lineno, change)
    elif isinstance(node, ast.Constant):
        yield from constant_sites(node)
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        yield from test_sites(node)
    elif isinstance(node, ast.Return) and node.value is not None:
        if not (isinstance(node.value, ast.Constant) and node.value.value is None):
            change = f"`{ast.unparse(node)}` became `return None`"
            yield set_site(node, "value", ast.Constant(None), node.lineno, change)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield from call_sites(node)
    elif isinstance(node, ast.Slice):
        for field in ("lower", "upper"):
            yield from shift_sites(node, field, getattr(node, field))


def constant_sites(node):
    value = node.value
    if isinstance(value, bool):
        yield set_site(node, "value", not value, node.lineno, f"`{value}` became `{not value}`")
    elif isinstance(value, (int, float)):
        for other in (value + 1, value - 1):
            yield set_site(node, "value", other, node.lineno, f"`{value}` became `{other}`")
    elif isinstance(value, (str, bytes)) and value:
        yield set_site(
            node, "value", type(value)(), node.lineno, f"`{value!r}` became `{type(value)()!r}`"
        )


def test_sites(node):
    """Turns a condition around; comparisons have their own sites."""
    test = node.test
    text = ast.unparse(test)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield set_site(
            node,
            "test",
            test.operand,
            node.lineno,
            f"`{text}` became `{ast.unparse(test.operand)}`",
        )
    elif not isinstance(test, (ast.Compare, ast.Constant)):
        turned = ast.UnaryOp(ast.Not(), test)
        yield set_site(
            node, "test", turned, node.lineno, f"`{text}` became `{ast.unparse(turned)}`"
        )


def call_sites(node):
    name = node.func.id
    if name in CALLS:
        yield set_site(
            node.func, "id", CALLS[name], node.lineno, f"`{name}` became `{CALLS[name]}`"
        )
    if name == "range":
        for index, argument in enumerate(node.args[:2]):
            yield from shift_sites(node, ("args", index), argument)


def shift_sites(node, field, bound):
    """Off by one, both ways; constants have their own sites."""
    if bound is None or isinstance(bound, ast.Constant):
        return
    for operator in (ast.Add, ast.Sub):
        shifted = ast.BinOp(bound, operator(), ast.Constant(1))
        change = f"`{ast.unparse(bound)}` became `{ast.unparse(shifted)}`"
        yield set_site(node, field, shifted, bound.lineno, change)


# --- the judge --------------------------------------------------------------------------------

CHANGING_METHODS = frozenset(
    "append extend insert remove pop clear sort reverse update setdefault popitem add discard"
    " appendleft extendleft popleft rotate intersection_update difference_update".split()
)


PREDICATE_ENDS = {
    "steps": ("TimeoutError", "took too long"),
    "memory": ("MemoryError", "needed too much memory"),
    "output": ("OutputError", "printed too much"),
    "recursion": ("RecursionError", "called itself too deeply"),
}


class Identity(ast.NodeTransformer):
    """`a is b` becomes `__is__(a, b)`; a chain becomes its comparisons joined with `and`."""

    def visit_Compare(self, node):
        self.generic_visit(node)
        if not any(isinstance(operator, (ast.Is, ast.IsNot)) for operator in node.ops):
            return node
        operands = [node.left, *node.comparators]
        parts = [
            self.compare(operands[index], operator, operands[index + 1])
            for index, operator in enumerate(node.ops)
        ]
        return parts[0] if len(parts) == 1 else ast.BoolOp(ast.And(), parts)

    def compare(self, left, operator, right):
        if not isinstance(operator, (ast.Is, ast.IsNot)):
            return ast.Compare(left, [operator], [right])
        call = ast.Call(ast.Name("__is__", ast.Load()), [left, right], [])
        return call if isinstance(operator, ast.Is) else ast.UnaryOp(ast.Not(), call)


class Judge:
    """Makes the inputs and evaluates predicates, on data: it never meets the implementation."""

    def __init__(self):
        self.predicates = []
        self.parameters = []
        self.steps = 0

    def handle(self, message):
        self.steps = message.get("steps", self.steps)
        if message["op"] == "inputs":
            for item in message["items"]:
                yield self.make_input(item)
        elif message["op"] == "predicates":
            self.parameters = message["parameters"]
            self.predicates = [self.read_predicate(source) for source in message["sources"]]
            yield {"errors": [error for _, _, error in self.predicates]}
        else:
            for item in message["items"]:
                yield from self.judge(item, message["which"])

    def make_input(self, item):
        encoder = Encoder()
        expected = None
        try:
            with Redirected(Capture(0)), Meter("<input>", self.steps):
                arguments = [self.encode_argument(source, encoder) for source in item["arguments"]]
                if item["expected"] is not None:
                    expected = [Encoder().encode(evaluate_expression(item["expected"]))]
            return {"arguments": arguments, "expected": expected, "error": None}
        except BaseException as error:
            outcome = describe_error(error)
            reason = (
                outcome.get("message")
                or outcome.get("error")
                or f"limit on {outcome.get('limit')} reached"
            )
            return {
                "arguments": None,
                "expected": None,
                "error": cut(f"the input cannot be made: {reason}", REPR_LENGTH),
            }

    def encode_argument(self, source, encoder):
        value = evaluate_expression(source)
        node = encoder.encode(value)
        if (
            has_opaque(tables_of([node]))
            or type_name(node, {}) == "iterator"
            or isinstance(value, collections.abc.Iterator)
        ):
            return ["expression", source.strip()]
        return node

    def read_predicate(self, source):
        try:
            if len(source) > MAX_PREDICATE:
                raise ValueError(f"it is longer than {MAX_PREDICATE} characters")
            tree = ast.parse(source.strip(), PREDICATE, "eval")
            is_changing = any(
                (isinstance(node, ast.Attribute) and node.attr in CHANGING_METHODS)
                or (
                    isinstance(node, ast.Name)
                    and node.id in ("next", "setattr", "delattr", "exec", "eval")
                )
                for node in ast.walk(tree)
            )
            tree = ast.fix_missing_locations(Identity().visit(tree))
            return compile(tree, PREDICATE, "eval", dont_inherit=True), is_changing, None
        except SOURCE_ERRORS as error:
            detail = error.msg if isinstance(error, SyntaxError) else safe_message(error)
            message = f"this is not a Python expression, so it cannot be run ({detail})"
            return (
                None,
                False,
                {"kind": "raised", "error": "SyntaxError", "message": cut(message, REPR_LENGTH)},
            )

    def judge(self, item, which):
        world = None
        for index in which:
            code, is_changing, error = self.predicates[index]
            if error is None:
                try:
                    world = world if world is not None and not is_changing else World(item)
                except BaseException:
                    yield {"kind": "unknown"}
                    continue
                error = self.evaluate(code, world)
                world = None if is_changing or world.has_iterator else world
            yield error

    def evaluate(self, code, world):
        namespace = {"__builtins__": builtins, "id": world.id, "__is__": world.is_same}
        namespace.update(zip(self.parameters, world.arguments))
        namespace["result"] = world.result
        meter = Meter(PREDICATE, self.steps)
        try:
            with Redirected(Capture(MAX_TEXT)), meter:
                outcome = {"kind": "holds" if eval(code, namespace) else "fails"}
        except BaseException as error:
            outcome = describe_error(error)
            if outcome["kind"] == "stopped":
                name, what = PREDICATE_ENDS[outcome["limit"]]
                outcome = {"kind": "raised", "error": name, "message": f"the predicate {what}"}
        return outcome


class World:
    """The values that one predicate sees, and which of them were the same object in the call."""

    def __init__(self, item):
        before = Decoder(allows_expressions=True)
        after = Decoder(allows_expressions=True)
        self.arguments = [before.decode(node) for node in item["arguments"]]
        for node in item["after"]:
            after.decode(node)
        self.result = after.decode(item["result"])
        self.numbers = {id(value): number for number, value in before.objects.items()}
        self.passed = after.objects
        self.has_iterator = isinstance(self.result, collections.abc.Iterator)

    def find_passed(self, value):
        number = self.numbers.get(builtins.id(value))
        return value if number is None else self.passed.get(number, value)

    def is_same(self, left, right):
        left, right = self.find_passed(left), self.find_passed(right)
        if left is right:
            return True
        return (
            type(left) is type(right)
            and (type(left) in ATOMS or left == () == right)
            and left == right
        )

    def id(self, value):
        return builtins.id(self.find_passed(value))


# --- children ---------------------------------------------------------------------------------


class ChildGone(Exception):
    """The child gives no more answers; `limit` is what ended it, None when it ended itself."""

    def __init__(self, limit, message):
        super().__init__(message)
        self.limit = limit
        self.message = message

    def as_outcome(self):
        if self.limit is not None:
            return {"kind": "stopped", "limit": self.limit}
        return {"kind": "raised", "error": "InterpreterExit", "message": self.message}


class RunOutOfTime(Exception):
    pass


class LocalChild:
    """In this interpreter: there is nothing else in a browser."""

    def __init__(self, role, _limits):
        self.worker = ROLES[role]()
        self.is_fresh = True

    def ask(self, message, _count, _clock):
        yield from self.worker.handle(message)

    def close(self):
        pass


NO_FILTER = 70
# An interpreter on a busy machine may take that long to be there.
START_SECONDS = 3


def needs_filter():
    """In the sandbox there is no going on without the filter."""
    return "--strict" in sys.argv


class ProcessChild:
    def __init__(self, role, limits):
        import subprocess

        their_in, self.to_child = os.pipe()
        self.from_child, their_out = os.pipe()
        numbers = (
            their_in,
            their_out,
            limits["memoryMegabytes"],
            math.ceil(limits["seconds"]),
            int(needs_filter()),
        )
        command = [sys.executable, "-s", "-S", "-B", "-X", "utf8", os.path.abspath(__file__)]
        self.process = subprocess.Popen(
            [*command, "--child", role, *map(str, numbers)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(their_in, their_out),
        )
        os.close(their_in)
        os.close(their_out)
        os.set_blocking(self.to_child, False)
        os.set_blocking(self.from_child, False)
        self.buffer = bytearray()

    def ask(self, message, count, clock):
        """Sends one request and gives its replies; the clock runs anew for each of them."""
        extra = 0 if message["op"] in ("inputs", "call", "judge") else START_SECONDS
        self.send(json.dumps(message).encode() + b"\n", clock.next_deadline(extra), clock)
        for _ in range(count):
            yield self.receive(clock.next_deadline(extra), clock)

    def send(self, data, deadline, clock):
        while data:
            self.wait(deadline, clock, for_writing=True)
            try:
                data = data[os.write(self.to_child, data) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                raise self.gone() from None

    def receive(self, deadline, clock):
        while (end := self.buffer.find(b"\n")) < 0:
            if len(self.buffer) > MAX_REPLY_BYTES:
                raise ChildGone("output", "the code answered with more than can be read")
            self.wait(deadline, clock, for_writing=False)
            try:
                data = os.read(self.from_child, 1 << 16)
            except BlockingIOError:
                continue
            if not data:
                raise self.gone()
            self.buffer += data
        line = bytes(self.buffer[:end])
        del self.buffer[: end + 1]
        try:
            return json.loads(line)
        except (ValueError, RecursionError):
            raise ChildGone(None, "the code wrote into the harness's own channel") from None

    def wait(self, deadline, clock, for_writing):
        import select

        seconds = max(0.0, deadline - time.monotonic())
        wanted = [self.to_child] if for_writing else [self.from_child]
        ready = select.select(
            [] if for_writing else wanted, wanted if for_writing else [], [], seconds
        )
        if not ready[0] and not ready[1]:
            clock.check()
            raise ChildGone("time", "the code took too long")

    def gone(self):
        import signal
        import subprocess

        try:
            code = self.process.wait(1)
        except subprocess.TimeoutExpired:
            return ChildGone(None, "the code closed the harness's own channel")
        if code == -signal.SIGXCPU:
            return ChildGone("time", "the code took too much processor time")
        if code == NO_FILTER and needs_filter():
            return ChildGone(None, "this machine cannot lock the interpreter down")
        if code < 0:
            return ChildGone(None, f"the code ended the interpreter ({signal.Signals(-code).name})")
        return ChildGone(None, f"the code ended the interpreter (exit code {code})")

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.to_child)
        os.close(self.from_child)


class Clock:
    """Time for one answer of a child, and for everything."""

    def __init__(self, seconds):
        self.end = time.monotonic() + seconds
        self.seconds_per_reply = max(0.3, min(2.0, seconds / 5))

    def next_deadline(self, extra):
        self.check()
        return min(self.end, time.monotonic() + self.seconds_per_reply + extra)

    def check(self):
        if time.monotonic() >= self.end:
            raise RunOutOfTime


ROLES = {"runner": Runner, "judge": Judge}


# --- the controller ---------------------------------------------------------------------------


class Session:
    """Asks the children, compares what they say, and tells about it."""

    def __init__(self, request, emit, make_child):
        self.request = request
        self.limits = request["limits"]
        self.emit_text = emit
        self.make_child = make_child
        self.clock = Clock(self.limits["seconds"])
        self.output = []
        self.output_left = self.limits["outputLength"]
        self.is_output_cut = False
        self.inputs = []
        self.children = []

    def emit(self, event):
        self.emit_text(json.dumps(make_storable(event)))

    def open(self, role):
        child = self.make_child(role, self.limits)
        self.children.append(child)
        return child

    def close(self, child):
        self.children.remove(child)
        child.close()

    def run(self):
        self.emit({"type": "started", "python": sys.version.split()[0]})
        try:
            self.work()
            last = {"type": "finished"}
        except RunOutOfTime:
            last = {"type": "stopped", "limit": "time"}
        finally:
            for child in list(self.children):
                self.close(child)
        if self.output or self.is_output_cut:
            self.emit({"type": "output", "text": "".join(self.output), "isCut": self.is_output_cut})
        self.emit(last)

    def work(self):
        self.judge = PredicateJudge(self)
        self.inputs = self.judge.make_inputs()
        reference, *others = self.request["implementations"]
        self.reference = {}
        self.outcomes = {}
        is_usable = self.run_implementation(reference, is_reference=True)
        for implementation in others:
            self.run_implementation(implementation, is_reference=False)
        if is_usable and self.request["maxMutants"] > 0:
            MutantRun(self, reference["source"]).run()

    def run_implementation(self, implementation, is_reference):
        runner = ImplementationRunner(self, implementation["source"])
        error = runner.load()
        self.emit({"type": "implementation", "id": implementation["id"], "error": error})
        if error is None:
            for index in range(len(self.inputs)):
                for call in runner.call([index]):
                    self.tell_call(implementation["id"], call, is_reference)
        runner.close()
        return error is None

    def tell_call(self, identifier, call, is_reference):
        outcomes = []
        if is_reference:
            (outcomes,) = self.judge.judge([call])
            self.reference[call.input] = call
            self.outcomes[call.input] = outcomes
        expected = self.inputs[call.input]["expected"]
        reference = self.reference.get(call.input)
        self.emit(
            {
                "type": "call",
                "implementation": identifier,
                "input": call.input,
                "result": call.as_result(),
                "changedArguments": call.has_changed_arguments,
                "predicates": outcomes,
                "asExpected": None
                if expected is None
                else call.value_key == canonical(expected[0]),
                "asReference": reference is None or reference.result_key == call.result_key,
            }
        )

    def keep_output(self, reply):
        text = str(reply.get("output", ""))
        kept = text[: self.output_left]
        self.output_left -= len(kept)
        if kept:
            self.output.append(kept)
        self.is_output_cut = (
            self.is_output_cut or len(kept) < len(text) or reply.get("isCut") is True
        )


class Call:
    """One call as the child told it, checked: malformed data raises."""

    def __init__(self, index, arguments, outcome, after, has_ended_child=False):
        self.has_ended_child = has_ended_child
        self.input = index
        self.arguments = arguments
        self.outcome = outcome
        self.after = after
        kind = outcome["kind"]
        self.table = tables_of([*after, outcome["value"]] if kind == "returned" else after)
        if any(
            node[0] == "expression"
            for node in after
            if isinstance(node, list) and node not in arguments
        ):
            raise Malformed
        self.value_key = canonical(outcome["value"], self.table) if kind == "returned" else None
        if kind == "returned":
            self.result_key = "returned " + self.value_key
        elif kind == "raised":
            self.result_key = "raised " + str(outcome["error"])
        else:
            self.result_key = "stopped " + str(outcome["limit"])
        self.after_key = [canonical(node, self.table) for node in after]
        before = tables_of(arguments)
        self.has_changed_arguments = self.after_key != [
            canonical(node, before) for node in arguments
        ]
        self.is_judgeable = kind == "returned" and not has_opaque(self.table)

    @property
    def behaviour(self):
        return self.result_key, self.after_key

    @property
    def is_broken(self):
        return self.outcome["kind"] != "returned"

    def as_result(self):
        outcome = self.outcome
        if outcome["kind"] == "returned":
            node = outcome["value"]
            return {
                "kind": "returned",
                "repr": show(node, self.table),
                "type": type_name(node, self.table),
            }
        if outcome["kind"] == "raised":
            return {
                "kind": "raised",
                "error": str(outcome["error"])[:100],
                "message": cut(str(outcome["message"]), REPR_LENGTH),
            }
        limit = outcome["limit"] if outcome["limit"] in LIMITS else "time"
        return {"kind": "stopped", "limit": limit}

    def as_item(self):
        return {"arguments": self.arguments, "after": self.after, "result": self.outcome["value"]}


LIMITS = ("time", "memory", "output", "steps", "recursion")
MALFORMED = (
    Malformed,
    TypeError,
    ValueError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    OverflowError,
)


class ImplementationRunner:
    """One implementation in a child of its own, started anew when a call ended it."""

    def __init__(self, session, source, is_silent=False):
        self.session = session
        self.source = source
        self.is_silent = is_silent
        self.child = None
        self.restarts = 0

    def load(self):
        """Why the source cannot be used, or None."""
        session = self.session
        message = {
            "op": "load",
            "source": self.source,
            "name": session.request["functionName"],
            "steps": session.limits["stepsPerCall"],
            "outputLength": session.limits["outputLength"],
        }
        try:
            self.child = self.child or session.open("runner")
            (reply,) = list(self.child.ask(message, 1, session.clock))
            self.keep_output(reply)
            return None if reply["error"] is None else cut(str(reply["error"]), REPR_LENGTH)
        except ChildGone as gone:
            self.close()
            return f"was stopped while it was loaded: {gone.message}"
        except MALFORMED:
            self.close()
            return "was stopped while it was loaded: the code wrote into the harness's own channel"

    def call(self, indices):
        """Calls in the order of the inputs. After too many restarts the rest is left out."""
        waiting = list(indices)
        while waiting and self.restarts <= MAX_RESTARTS:
            if self.child is None and self.load() is not None:
                return
            usable = list(
                itertools.takewhile(lambda index: self.arguments(index) is not None, waiting)
            )
            try:
                if usable:
                    yield from self.ask(usable, waiting)
                else:
                    error = self.session.inputs[waiting[0]]["error"]
                    yield Call(
                        waiting.pop(0),
                        [],
                        {"kind": "raised", "error": "InvalidInput", "message": error},
                        [],
                    )
            except ChildGone as gone:
                self.close()
                self.restarts += 1
                yield Call(waiting.pop(0), [], gone.as_outcome(), [], has_ended_child=True)

    def ask(self, usable, waiting):
        message = {"op": "call", "arguments": [self.arguments(index) for index in usable]}
        for reply in self.child.ask(message, len(usable), self.session.clock):
            self.session.clock.check()
            try:
                self.keep_output(reply)
                call = Call(
                    waiting[0], self.arguments(waiting[0]), reply["outcome"], reply["after"]
                )
            except MALFORMED:
                raise ChildGone(None, "the code wrote into the harness's own channel") from None
            waiting.pop(0)
            yield call

    def keep_output(self, reply):
        if not self.is_silent:
            self.session.keep_output(reply)

    def arguments(self, index):
        return self.session.inputs[index]["arguments"]

    def close(self):
        if self.child is not None:
            self.session.close(self.child)
            self.child = None


class PredicateJudge:
    """The judge's child; a predicate that ends it is not asked again."""

    def __init__(self, session):
        self.session = session
        self.predicates = session.request["predicates"]
        self.child = None
        self.ended = {}

    def open(self):
        if self.child is None:
            self.child = self.session.open("judge")
            message = {
                "op": "predicates",
                "sources": self.predicates,
                "parameters": self.session.request["parameters"],
                "steps": self.session.limits["stepsPerCall"],
            }
            list(self.child.ask(message, 1, self.session.clock))
        return self.child

    def close(self):
        if self.child is not None:
            self.session.close(self.child)
            self.child = None

    def make_inputs(self):
        made = []
        items = [
            {"arguments": item["arguments"], "expected": item.get("expected")}
            for item in self.request_inputs()
        ]
        while len(made) < len(items):
            message = {"op": "inputs", "items": items[len(made) :]}
            try:
                for reply in self.open().ask(message, len(items) - len(made), self.session.clock):
                    made.append({key: reply[key] for key in ("arguments", "expected", "error")})
            except (ChildGone, *MALFORMED) as gone:
                self.close()
                reason = gone.message if isinstance(gone, ChildGone) else "it is no value"
                error = f"the input cannot be made: {reason}"
                made.append({"arguments": None, "expected": None, "error": error})
        return made

    def request_inputs(self):
        return self.session.request["inputs"]

    def judge(self, calls, which=None):
        """Outcomes by call, in the order of the predicates asked for."""
        asked = list(range(len(self.predicates)) if which is None else which)
        outcomes = [[{"kind": "unknown"} for _ in asked] for _ in calls]
        waiting = [(row, call) for row, call in enumerate(calls) if call.is_judgeable]
        while waiting:
            alive = [column for column, index in enumerate(asked) if index not in self.ended]
            done = self.ask(waiting, alive, asked, outcomes)
            if done is None:
                break
            waiting = waiting[done:]
        for row, call in enumerate(calls):
            if call.is_judgeable:
                for column, index in enumerate(asked):
                    if index in self.ended:
                        outcomes[row][column] = self.ended[index]
        return outcomes

    def ask(self, waiting, alive, asked, outcomes):
        """None when every answer came, else how many calls are judged completely."""
        message = {
            "op": "judge",
            "items": [call.as_item() for _, call in waiting],
            "which": [asked[c] for c in alive],
        }
        count = 0
        try:
            for reply in self.open().ask(message, len(waiting) * len(alive), self.session.clock):
                outcomes[waiting[count // len(alive)][0]][alive[count % len(alive)]] = (
                    check_outcome(reply)
                )
                count += 1
            return None
        except (ChildGone, *MALFORMED) as gone:
            self.close()
            is_slow = isinstance(gone, ChildGone) and gone.limit == "time"
            message = (
                "the predicate took too long" if is_slow else "the predicate ended the interpreter"
            )
            error = "TimeoutError" if is_slow else "InterpreterExit"
            self.ended[asked[alive[count % len(alive)]]] = {
                "kind": "raised",
                "error": error,
                "message": message,
            }
            return count // len(alive)


def check_outcome(reply):
    if reply["kind"] in ("holds", "fails", "unknown"):
        return {"kind": reply["kind"]}
    return {
        "kind": "raised",
        "error": str(reply["error"])[:100],
        "message": cut(str(reply["message"]), REPR_LENGTH),
    }


class MutantRun:
    """Which changes of the reference no predicate notices."""

    def __init__(self, session, source):
        self.session = session
        self.source = source

    def run(self):
        session = self.session
        child = session.open("runner")
        message = {
            "op": "mutate",
            "source": self.source,
            "name": session.request["functionName"],
            "max": session.request["maxMutants"],
        }
        try:
            (reply,) = list(child.ask(message, 1, session.clock))
        except ChildGone:
            return
        for mutant in reply["mutants"]:
            runner = ImplementationRunner(session, mutant["source"], is_silent=True)
            runner.child, child = child, None
            verdict = self.judge_mutant(runner)
            session.emit(
                {"type": "mutant", "change": mutant["change"], "line": mutant["line"], **verdict}
            )
            child = runner.child or session.open("runner")

    def judge_mutant(self, runner):
        if runner.load() is not None:
            return {"outcome": "killed", "killedBy": None, "input": None}
        first = None
        for start in range(0, len(self.session.inputs), CHUNK):
            different = []
            for call in runner.call(range(start, min(start + CHUNK, len(self.session.inputs)))):
                reference = self.session.reference.get(call.input)
                if reference is not None and reference.behaviour != call.behaviour:
                    different.append(call)
                if call.has_ended_child:
                    break
            if different and first is None:
                first = different[0].input
            killer = self.find_killer(different)
            if killer is not None:
                return {"outcome": "killed", "killedBy": killer[0], "input": first}
        outcome = "equivalent" if first is None else "survived"
        return {"outcome": outcome, "killedBy": None, "input": first}

    def find_killer(self, different):
        """The predicate that notices, in a tuple; None in it when the call itself broke."""
        judged = self.session.judge.judge(different)
        for call, outcomes in zip(different, judged):
            reference = self.session.reference[call.input]
            if call.is_broken and not reference.is_broken:
                return (None,)
            known = self.session.outcomes[call.input]
            for index, outcome in enumerate(outcomes):
                if outcome["kind"] in ("fails", "raised") and known[index]["kind"] not in (
                    "fails",
                    "raised",
                ):
                    return (index,)
        return None


# --- ways in ----------------------------------------------------------------------------------


def run(request_json, emit):
    """Everything in this interpreter; `emit` gets each event as JSON text as soon as it is known."""
    warnings.simplefilter("ignore")
    Session(json.loads(request_json), emit, LocalChild).run()


def set_limit(kind, value):
    """For good: nobody can raise it again."""
    import resource

    _, hard = resource.getrlimit(kind)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))


def limit_child(megabytes, seconds):
    """No process, thread or file comes out of a child; memory and processor time are bounded."""
    import resource

    set_limit(resource.RLIMIT_CORE, 0)
    set_limit(resource.RLIMIT_FSIZE, 0)
    set_limit(resource.RLIMIT_NOFILE, 32)
    set_limit(resource.RLIMIT_CPU, seconds + 1)
    set_limit(resource.RLIMIT_NPROC, 1)
    set_limit(resource.RLIMIT_AS, megabytes * 1024 * 1024)


# System calls that a child may not make, by machine: x86-64, ARM. Whatever starts or signals a
# process, looks into one, opens a socket, holds memory that the limits do not count, or asks the
# kernel for something that no function of an IR needs.
DENIED_CALLS = {
    "x86_64": (
        0xC000003E,
        "kill 62 tkill 200 tgkill 234 rt_sigqueueinfo 129 rt_tgsigqueueinfo 297 pidfd_open 434"
        " pidfd_send_signal 424 pidfd_getfd 438 ptrace 101 process_vm_readv 310 process_vm_writev 311"
        " clone 56 fork 57 vfork 58 clone3 435 execve 59 execveat 322 socket 41 socketpair 53"
        " shmget 29 semget 64 msgget 68 mq_open 240 memfd_create 319 memfd_secret 447"
        " add_key 248 request_key 249 keyctl 250 bpf 321 io_uring_setup 425 userfaultfd 323"
        " perf_event_open 298 mount 165 umount2 166 fsopen 430 open_tree 428 move_mount 429"
        " unshare 272 setns 308 chroot 161 pivot_root 155 personality 135 setrlimit 160 prlimit64 302",
    ),
    "aarch64": (
        0xC00000B7,
        "kill 129 tkill 130 tgkill 131 rt_sigqueueinfo 138 rt_tgsigqueueinfo 240 pidfd_open 434"
        " pidfd_send_signal 424 pidfd_getfd 438 ptrace 117 process_vm_readv 270 process_vm_writev 271"
        " clone 220 clone3 435 execve 221 execveat 281 socket 198 socketpair 199"
        " shmget 194 semget 190 msgget 186 mq_open 180 memfd_create 279 memfd_secret 447"
        " add_key 217 request_key 218 keyctl 219 bpf 280 io_uring_setup 425 userfaultfd 282"
        " perf_event_open 241 mount 40 umount2 39 fsopen 430 open_tree 428 move_mount 429"
        " unshare 97 setns 268 chroot 51 pivot_root 41 personality 92 setrlimit 164 prlimit64 261",
    ),
}


def deny_calls():
    """A seccomp filter; True when it is in force."""
    try:
        import ctypes
        import struct

        architecture, calls = DENIED_CALLS[os.uname().machine]
        numbers = [int(number) for number in calls.split()[1::2]]
        load, jump_equal, jump_greater, give = 0x20, 0x15, 0x35, 0x06
        kill_process, deny, allow = 0x80000000, 0x00050001, 0x7FFF0000
        program = [
            (load, 0, 0, 4),
            (jump_equal, 1, 0, architecture),
            (give, 0, 0, kill_process),
            (load, 0, 0, 0),
        ]
        # The x32 interface has the same calls under other numbers.
        program += [(jump_greater, 0, 1, 0x40000000), (give, 0, 0, deny)]
        for index, number in enumerate(numbers):
            program.append((jump_equal, len(numbers) - index, 0, number))
        program += [(give, 0, 0, allow), (give, 0, 0, deny)]
        code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
        filter_ = struct.pack("HP", len(program), ctypes.addressof(code))
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        pointer = ctypes.create_string_buffer(filter_)
        return (
            prctl(38, 1, 0, 0, 0) == 0
            and prctl(22, 2, ctypes.c_void_p(ctypes.addressof(pointer)), 0, 0) == 0
        )
    except (ImportError, OSError, AttributeError, KeyError):
        return False


def hide_memory():
    """So that a child, which has the same user, cannot attach to this process."""
    try:
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        pass  # Not Linux: there is no sandbox of ours either.


def run_child(role, read_end, write_end, megabytes, seconds, needs_filter):
    warnings.simplefilter("ignore")
    source = os.fdopen(read_end, "rb")
    limit_child(megabytes, seconds)
    if not deny_calls() and needs_filter:
        os._exit(NO_FILTER)
    worker = ROLES[role]()
    for line in source:
        for reply in worker.handle(json.loads(line)):
            data = json.dumps(reply).encode() + b"\n"
            while data:
                data = data[os.write(write_end, data) :]


def main():
    if sys.argv[1:2] == ["--child"]:
        role, *numbers = sys.argv[2:]
        run_child(role, *map(int, numbers))
        return
    hide_memory()
    events = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    request = sys.stdin.buffer.read()
    for number in (0, 1):
        os.dup2(null, number)

    def emit(text):
        data = text.encode() + b"\n"
        while data:
            data = data[os.write(events, data) :]

    Session(json.loads(request), emit, ProcessChild).run()


if __name__ == "__main__":
    main()
