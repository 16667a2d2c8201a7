"""The places of a function that can be changed."""

import ast

from foundry_harness.mutating.expression_sites import expression_sites
from foundry_harness.mutating.statement_sites import is_docstring, statement_sites

PLACES = (
    ast.expr,
    ast.stmt,
    ast.comprehension,
    ast.excepthandler,
    ast.keyword,
    ast.match_case,
    ast.pattern,
    ast.withitem,
)
BLOCKS = (
    ast.FunctionDef,
    ast.If,
    ast.For,
    ast.While,
    ast.With,
    ast.Try,
    ast.ExceptHandler,
    ast.match_case,
)


def list_sites(function):
    """(line, what changes, apply, undo) for every place that can be changed."""
    for node in walk_in_order(function):
        if isinstance(node, BLOCKS):
            yield from statement_sites(node)
        yield from expression_sites(node)


def walk_in_order(node):
    """Without type hints, default values, decorators and docstrings."""
    yield node
    if isinstance(node, ast.FunctionDef):
        children = node.body
    elif isinstance(node, ast.AnnAssign):
        children = [node.value] if node.value else []
    else:
        children = ast.iter_child_nodes(node)
    for child in children:
        if isinstance(child, PLACES) and not is_docstring(child):
            yield from walk_in_order(child)
