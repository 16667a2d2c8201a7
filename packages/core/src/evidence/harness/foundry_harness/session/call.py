"""One call of an implementation."""

from foundry_harness.cut import cut
from foundry_harness.limits import REPR_LENGTH
from foundry_harness.values.canonical import canonical
from foundry_harness.values.nodes import has_opaque, tables_of, type_name
from foundry_harness.values.show import show
from foundry_harness.values.value_errors import Malformed

LIMITS = ("time", "memory", "output", "steps", "recursion")


class Call:
    """One call as the child told it, checked: malformed data raises."""

    def __init__(self, index, arguments, outcome, after, has_ended_child=False):
        self.has_ended_child = has_ended_child
        self.input = index
        self.arguments = arguments
        self.outcome = outcome
        self.after = after
        kind = outcome["kind"]
        self.table = tables_of([*after, outcome["value"]] if kind == "returned" else after)
        if any(
            node[0] == "expression"
            for node in after
            if isinstance(node, list) and node not in arguments
        ):
            raise Malformed
        self.value_key = canonical(outcome["value"], self.table) if kind == "returned" else None
        if kind == "returned":
            self.result_key = "returned " + self.value_key
        elif kind == "raised":
            self.result_key = "raised " + str(outcome["error"])
        else:
            self.result_key = "stopped " + str(outcome["limit"])
        self.after_key = [canonical(node, self.table) for node in after]
        before = tables_of(arguments)
        self.has_changed_arguments = self.after_key != [
            canonical(node, before) for node in arguments
        ]
        self.is_judgeable = kind == "returned" and not has_opaque(self.table)

    @property
    def behaviour(self):
        """Equal for calls that did the same."""
        return self.result_key, self.after_key

    @property
    def is_broken(self):
        """Whether it gave no value."""
        return self.outcome["kind"] != "returned"

    def as_result(self):
        """As an event tells it."""
        outcome = self.outcome
        if outcome["kind"] == "returned":
            node = outcome["value"]
            return {
                "kind": "returned",
                "repr": show(node, self.table),
                "type": type_name(node, self.table),
            }
        if outcome["kind"] == "raised":
            return {
                "kind": "raised",
                "error": str(outcome["error"])[:100],
                "message": cut(str(outcome["message"]), REPR_LENGTH),
            }
        limit = outcome["limit"] if outcome["limit"] in LIMITS else "time"
        return {"kind": "stopped", "limit": limit}

    def as_item(self):
        """As the judge is asked about it."""
        return {"arguments": self.arguments, "after": self.after, "result": self.outcome["value"]}
