"""Changes of statements."""

import ast

from foundry_harness.mutating.set_site import set_site


def statement_sites(node):
    """Statements of a block that can be dropped."""
    for block in ("body", "orelse", "finalbody"):
        for index, statement in enumerate(getattr(node, block, None) or []):
            if is_droppable(statement):
                first = ast.unparse(statement).split("\n")[0]
                yield set_site(
                    node, (block, index), ast.Pass(), statement.lineno, f"dropped `{first}`"
                )


def is_droppable(statement):
    """Whether the function stays a function without it."""
    if isinstance(statement, (ast.AugAssign, ast.Continue, ast.Break, ast.Raise, ast.Delete)):
        return True
    if isinstance(statement, ast.Expr):
        return not is_docstring(statement)
    if isinstance(statement, ast.If):
        return not statement.orelse
    if isinstance(statement, ast.Assign):
        return not all(isinstance(target, ast.Name) for target in statement.targets)
    return False


def is_docstring(node):
    """Also any other constant that stands alone."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
