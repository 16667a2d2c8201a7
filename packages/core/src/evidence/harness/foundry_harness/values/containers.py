"""The containers that travel, by kind and by tag."""

import collections

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
