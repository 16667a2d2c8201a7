"""The values of one call."""

import builtins
import collections.abc

from foundry_harness.values.decoder import Decoder

ATOMS = (int, float, complex, str, bytes)


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
        """The object of the call whose copy this is, else the value itself."""
        number = self.numbers.get(builtins.id(value))
        return value if number is None else self.passed.get(number, value)

    def is_same(self, left, right):
        """`left is right`, asked of the objects of the call."""
        left, right = self.find_passed(left), self.find_passed(right)
        if left is right:
            return True
        return (
            type(left) is type(right)
            and (type(left) in ATOMS or left == () == right)
            and left == right
        )

    def id(self, value):
        """`id`, asked of the object of the call."""
        return builtins.id(self.find_passed(value))
