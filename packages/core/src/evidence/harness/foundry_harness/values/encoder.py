"""Values to data."""

import collections.abc
import itertools

from foundry_harness.limits import MAX_DEPTH, MAX_DRAINED, MAX_NODES, MAX_TEXT
from foundry_harness.running.safe_text import safe_repr
from foundry_harness.values.containers import MAPPINGS, SEQUENCES
from foundry_harness.values.text_kinds import TEXT_KINDS
from foundry_harness.values.value_errors import TooLarge

# Up to here JSON numbers are exact everywhere.
SMALL_INTEGER = 2**53


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
        """The value as data; raises TooLarge."""
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
        """A value that can be the same object as another; an iterator is used up."""
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
