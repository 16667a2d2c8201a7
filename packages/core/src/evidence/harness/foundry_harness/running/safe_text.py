"""Text of values and errors whose classes nobody knows."""

import re

from foundry_harness.cut import cut
from foundry_harness.limits import REPR_LENGTH
from foundry_harness.running.stops import OutputReached, StepsReached


def safe_repr(value):
    """`repr`, cut. Code of the value's class runs here: only where its result is taken anyway."""
    try:
        return cut(without_addresses(repr(value)), REPR_LENGTH)
    except (StepsReached, OutputReached):
        raise
    except BaseException as error:
        return f"<{type(value).__name__} whose repr raises {type(error).__name__}>"


def safe_message(error):
    """What an error says; code of its class runs here too."""
    try:
        return cut(without_addresses(str(error)), REPR_LENGTH)
    except BaseException:
        return ""


def without_addresses(text):
    """Addresses differ from run to run."""
    return re.sub(r" at 0x[0-9a-fA-F]+", "", text)
