"""Inputs, which are Python expressions."""

import builtins
import collections
import datetime
import decimal
import fractions
import math

EXPRESSION_NAMES = {
    "collections": collections,
    "datetime": datetime,
    "decimal": decimal,
    "fractions": fractions,
    "math": math,
    "Decimal": decimal.Decimal,
    "Fraction": fractions.Fraction,
    "nan": math.nan,
    "inf": math.inf,
}
# What compiling a source can raise.
SOURCE_ERRORS = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)


def evaluate_expression(source):
    """The value of an input's expression. Executes it: only where untrusted code may run."""
    return eval(
        compile(source.strip(), "<input>", "eval"), {"__builtins__": builtins, **EXPRESSION_NAMES}
    )
