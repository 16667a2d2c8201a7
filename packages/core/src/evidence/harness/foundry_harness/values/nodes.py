"""Questions to a value that is data."""

from foundry_harness.values.containers import MAPPING_MAKERS, SEQUENCE_MAKERS


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


def type_name(node, table):
    """The name of the value's type, for a reader."""
    if isinstance(node, list):
        tag = node[0]
        if tag == "ref":
            return type_name(table[node[1]], {})
        if tag in ("text", "opaque", "iterator"):
            return str(node[1] if tag == "text" else node[2])[:100]
        return str(tag)
    return type(node).__name__


def has_opaque(table):
    """Whether a part is a value of which only a text is known."""
    return any(node[0] == "opaque" for node in table.values())
