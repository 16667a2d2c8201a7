"""What is wrong with a source that does not define the function."""

import types

# Flags of code that is a coroutine, an iterable coroutine or an asynchronous generator.
ASYNCHRONOUS = 0x80 | 0x100 | 0x200


def explain_missing(name, namespace):
    """Why nothing in the namespace can be called as the function, or None."""
    function = namespace.get(name)
    if isinstance(function, types.FunctionType) and function.__code__.co_flags & ASYNCHRONOUS:
        return f"`{name}` is an async function: write a plain `def`"
    if callable(function):
        return None
    if name in namespace:
        return f"`{name}` is not a function but a value of type {type(function).__name__}"
    others = [key for key, value in namespace.items() if isinstance(value, types.FunctionType)]
    found = (
        f": it defines `{'`, `'.join(others[:5])}`" if others else " and no other function either"
    )
    return f"does not define `{name}`{found}"
