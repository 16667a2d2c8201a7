"""How a call that did not return ended."""

from foundry_harness.running.safe_text import safe_message
from foundry_harness.running.stops import OutputReached, StepsReached


def describe_error(error):
    """The outcome of a call that raised, or why it was ended."""
    if isinstance(error, StepsReached):
        return {"kind": "stopped", "limit": "steps"}
    if isinstance(error, OutputReached):
        return {"kind": "stopped", "limit": "output"}
    if isinstance(error, RecursionError):
        return {"kind": "stopped", "limit": "recursion"}
    if isinstance(error, MemoryError):
        return {"kind": "stopped", "limit": "memory"}
    return {"kind": "raised", "error": type(error).__name__[:100], "message": safe_message(error)}
