"""Writing down a value that is data."""

from foundry_harness.limits import MAX_TEXT
from foundry_harness.values.containers import MAPPING_MAKERS, SEQUENCE_MAKERS
from foundry_harness.values.value_errors import Malformed, TooLarge


class Writer:
    """Walks a value, follows references and leaves the words to its subclasses."""

    def __init__(self, table):
        self.table = table
        self.open = []
        self.left = MAX_TEXT * 4

    def write(self, node):
        """The node as text; raises TooLarge, and whatever for what is no value."""
        text = self.write_node(node)
        self.left -= len(text)
        if self.left < 0:
            raise TooLarge
        return text

    def write_node(self, node):
        """Without counting its length."""
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
        """A container, or a value of which only a text is known."""
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
