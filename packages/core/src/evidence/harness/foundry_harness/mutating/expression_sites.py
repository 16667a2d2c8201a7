"""Changes of expressions."""

import ast

from foundry_harness.mutating.operators import ARITHMETIC, COMPARISONS, SIGNS
from foundry_harness.mutating.set_site import set_site

CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


def expression_sites(node):
    """What can be changed in one node, its parts left out."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                change = f"`{SIGNS[type(operator)]}` became `{SIGNS[other]}`"
                yield set_site(node, ("ops", index), other(), node.lineno, change)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield set_site(
            node, "op", other(), node.lineno, f"`{SIGNS[type(node.op)]}` became `{SIGNS[other]}`"
        )
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in ARITHMETIC:
        other = ARITHMETIC[type(node.op)]
        mark = "=" if isinstance(node, ast.AugAssign) else ""
        change = f"`{SIGNS[type(node.op)]}{mark}` became `{SIGNS[other]}{mark}`"
        yield set_site(node, "op", other(), node.lineno, change)
    elif isinstance(node, ast.Constant):
        yield from constant_sites(node)
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        yield from test_sites(node)
    elif isinstance(node, ast.Return) and node.value is not None:
        if not (isinstance(node.value, ast.Constant) and node.value.value is None):
            change = f"`{ast.unparse(node)}` became `return None`"
            yield set_site(node, "value", ast.Constant(None), node.lineno, change)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield from call_sites(node)
    elif isinstance(node, ast.Slice):
        for field in ("lower", "upper"):
            yield from shift_sites(node, field, getattr(node, field))


def constant_sites(node):
    """Numbers one up and one down, truth turned around, text emptied."""
    value = node.value
    if isinstance(value, bool):
        yield set_site(node, "value", not value, node.lineno, f"`{value}` became `{not value}`")
    elif isinstance(value, (int, float)):
        for other in (value + 1, value - 1):
            yield set_site(node, "value", other, node.lineno, f"`{value}` became `{other}`")
    elif isinstance(value, (str, bytes)) and value:
        yield set_site(
            node, "value", type(value)(), node.lineno, f"`{value!r}` became `{type(value)()!r}`"
        )


def test_sites(node):
    """Turns a condition around; comparisons have their own sites."""
    test = node.test
    text = ast.unparse(test)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield set_site(
            node,
            "test",
            test.operand,
            node.lineno,
            f"`{text}` became `{ast.unparse(test.operand)}`",
        )
    elif not isinstance(test, (ast.Compare, ast.Constant)):
        turned = ast.UnaryOp(ast.Not(), test)
        yield set_site(
            node, "test", turned, node.lineno, f"`{text}` became `{ast.unparse(turned)}`"
        )


def call_sites(node):
    """Functions that are mistaken for each other, and the bounds of `range`."""
    name = node.func.id
    if name in CALLS:
        yield set_site(
            node.func, "id", CALLS[name], node.lineno, f"`{name}` became `{CALLS[name]}`"
        )
    if name == "range":
        for index, argument in enumerate(node.args[:2]):
            yield from shift_sites(node, ("args", index), argument)


def shift_sites(node, field, bound):
    """Off by one, both ways; constants have their own sites."""
    if bound is None or isinstance(bound, ast.Constant):
        return
    for operator in (ast.Add, ast.Sub):
        shifted = ast.BinOp(bound, operator(), ast.Constant(1))
        change = f"`{ast.unparse(bound)}` became `{ast.unparse(shifted)}`"
        yield set_site(node, field, shifted, bound.lineno, change)
