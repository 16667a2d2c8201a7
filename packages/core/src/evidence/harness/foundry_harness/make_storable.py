"""Text that databases take."""


def make_storable(value):
    """Without the characters that databases refuse: NUL and halves of a surrogate pair."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
    if isinstance(value, list):
        return [make_storable(item) for item in value]
    if isinstance(value, dict):
        return {key: make_storable(item) for key, item in value.items()}
    return value
