"""Predicates, which are Python expressions about a call."""

import ast

from foundry_harness.cut import cut
from foundry_harness.limits import MAX_PREDICATE, REPR_LENGTH
from foundry_harness.running.expressions import SOURCE_ERRORS
from foundry_harness.running.safe_text import safe_message

PREDICATE = "<predicate>"
CHANGING_METHODS = frozenset(
    "append extend insert remove pop clear sort reverse update setdefault popitem add discard"
    " appendleft extendleft popleft rotate intersection_update difference_update".split()
)
CHANGING_FUNCTIONS = frozenset(("next", "setattr", "delattr", "exec", "eval"))


def read_predicate(source):
    """(code, whether it may change values, None), or why it cannot be run in the last place."""
    try:
        if len(source) > MAX_PREDICATE:
            raise ValueError(f"it is longer than {MAX_PREDICATE} characters")
        tree = ast.parse(source.strip(), PREDICATE, "eval")
        is_changing = any(map(may_change, ast.walk(tree)))
        tree = ast.fix_missing_locations(Identity().visit(tree))
        return compile(tree, PREDICATE, "eval", dont_inherit=True), is_changing, None
    except SOURCE_ERRORS as error:
        detail = error.msg if isinstance(error, SyntaxError) else safe_message(error)
        message = f"this is not a Python expression, so it cannot be run ({detail})"
        error = {"kind": "raised", "error": "SyntaxError", "message": cut(message, REPR_LENGTH)}
        return None, False, error


def may_change(node):
    """Whether this part of a predicate may change a value."""
    if isinstance(node, ast.Attribute):
        return node.attr in CHANGING_METHODS
    return isinstance(node, ast.Name) and node.id in CHANGING_FUNCTIONS


class Identity(ast.NodeTransformer):
    """`a is b` becomes `__is__(a, b)`; a chain becomes its comparisons joined with `and`."""

    def visit_Compare(self, node):
        """Called for each comparison."""
        self.generic_visit(node)
        if not any(isinstance(operator, (ast.Is, ast.IsNot)) for operator in node.ops):
            return node
        operands = [node.left, *node.comparators]
        parts = [
            self.compare(operands[index], operator, operands[index + 1])
            for index, operator in enumerate(node.ops)
        ]
        return parts[0] if len(parts) == 1 else ast.BoolOp(ast.And(), parts)

    def compare(self, left, operator, right):
        """One comparison of a chain."""
        if not isinstance(operator, (ast.Is, ast.IsNot)):
            return ast.Compare(left, [operator], [right])
        call = ast.Call(ast.Name("__is__", ast.Load()), [left, right], [])
        return call if isinstance(operator, ast.Is) else ast.UnaryOp(ast.Not(), call)
