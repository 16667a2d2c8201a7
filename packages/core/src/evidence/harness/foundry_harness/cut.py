"""Text of a bounded length."""


def cut(text, length):
    """The text in at most `length` characters; what is left out is told by an ellipsis."""
    return text if len(text) <= length else text[: length - 1] + "…"
