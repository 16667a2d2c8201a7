"""The text by which values are compared."""

import json

from foundry_harness.values.nodes import tables_of
from foundry_harness.values.value_errors import TooLarge
from foundry_harness.values.writer import Writer


def canonical(node, table=None):
    """Equal for nodes whose values are equal by value and type."""
    try:
        return Canon(tables_of([node]) if table is None else table).write(node)
    except TooLarge:
        return json.dumps(node)


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
