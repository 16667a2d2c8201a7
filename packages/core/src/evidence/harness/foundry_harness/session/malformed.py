"""What reading the answer of a child can raise when it is no answer."""

from foundry_harness.values.value_errors import Malformed

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
