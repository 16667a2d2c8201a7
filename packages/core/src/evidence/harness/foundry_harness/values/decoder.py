"""Data to values."""

from foundry_harness.running.expressions import evaluate_expression
from foundry_harness.values.containers import MAPPING_MAKERS, SEQUENCE_MAKERS
from foundry_harness.values.text_kinds import TEXT_MAKERS
from foundry_harness.values.value_errors import Malformed


class Decoder:
    """Turns data into values. Never executes anything, except an `expression` where allowed."""

    def __init__(self, allows_expressions=False):
        self.objects = {}
        self.allows_expressions = allows_expressions

    def decode(self, node):
        """The value that a node means; anything may be raised for what is no value."""
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
        """A value that references can mean."""
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
