"""Sources that differ from the function in one place."""

import ast

from foundry_harness.cut import cut
from foundry_harness.mutating.mutation_sites import list_sites
from foundry_harness.running.expressions import SOURCE_ERRORS


def list_mutants(source, name, maximum):
    """Sources that differ from the function's in one place, spread evenly over its places."""
    try:
        tree = ast.parse(source)
        function = find_function(tree, name)
        if function is None or maximum <= 0:
            return []
        sites = sorted(list_sites(function), key=lambda site: site[0])
        known = {ast.unparse(tree)}
        mutants = []
        for line, change, apply, undo in spread(sites, maximum * 3):
            apply()
            mutated = ast.unparse(tree)
            undo()
            if mutated not in known:
                known.add(mutated)
                mutants.append(
                    {"change": f"line {line}: {cut(change, 120)}", "line": line, "source": mutated}
                )
        return spread(mutants, maximum)
    except SOURCE_ERRORS:
        return []


def find_function(tree, name):
    """The definition at the top of the source, or None."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return node
    return None


def spread(items, maximum):
    """At most `maximum` of the items, evenly apart."""
    if len(items) <= maximum:
        return items
    return [items[index * len(items) // maximum] for index in range(maximum)]
