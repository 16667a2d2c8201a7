"""The text that a reader sees of a value."""

from foundry_harness.cut import cut
from foundry_harness.limits import REPR_LENGTH
from foundry_harness.values.value_errors import TooLarge
from foundry_harness.values.writer import Writer


def show(node, table):
    """The value about as `repr` writes it, cut."""
    try:
        return cut(Show(table).write(node), REPR_LENGTH)
    except TooLarge:
        return "<too large to show>"


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
