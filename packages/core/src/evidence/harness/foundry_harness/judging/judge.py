"""A child that makes the inputs and evaluates predicates."""

import builtins
import collections.abc

from foundry_harness.cut import cut
from foundry_harness.judging.predicates import PREDICATE, read_predicate
from foundry_harness.judging.world import World
from foundry_harness.limits import MAX_TEXT, REPR_LENGTH
from foundry_harness.running.capture import Capture, Redirected
from foundry_harness.running.describe_error import describe_error
from foundry_harness.running.expressions import evaluate_expression
from foundry_harness.running.meter import Meter
from foundry_harness.values.encoder import Encoder
from foundry_harness.values.nodes import has_opaque, tables_of, type_name

PREDICATE_ENDS = {
    "steps": ("TimeoutError", "took too long"),
    "memory": ("MemoryError", "needed too much memory"),
    "output": ("OutputError", "printed too much"),
    "recursion": ("RecursionError", "called itself too deeply"),
}


class Judge:
    """Makes the inputs and evaluates predicates, on data: it never meets the implementation."""

    def __init__(self):
        self.predicates = []
        self.parameters = []
        self.steps = 0

    def handle(self, message):
        """Replies one by one, so that a question without end keeps the answers before it."""
        self.steps = message.get("steps", self.steps)
        if message["op"] == "inputs":
            for item in message["items"]:
                yield self.make_input(item)
        elif message["op"] == "predicates":
            self.parameters = message["parameters"]
            self.predicates = [read_predicate(source) for source in message["sources"]]
            yield {"errors": [error for _, _, error in self.predicates]}
        else:
            for item in message["items"]:
                yield from self.judge(item, message["which"])

    def make_input(self, item):
        """Arguments and expected result as data, or why there are none."""
        encoder = Encoder()
        expected = None
        try:
            with Redirected(Capture(0)), Meter("<input>", self.steps):
                arguments = [self.encode_argument(source, encoder) for source in item["arguments"]]
                if item["expected"] is not None:
                    expected = [Encoder().encode(evaluate_expression(item["expected"]))]
            return {"arguments": arguments, "expected": expected, "error": None}
        except BaseException as error:
            outcome = describe_error(error)
            reason = (
                outcome.get("message")
                or outcome.get("error")
                or f"limit on {outcome.get('limit')} reached"
            )
            return {
                "arguments": None,
                "expected": None,
                "error": cut(f"the input cannot be made: {reason}", REPR_LENGTH),
            }

    def encode_argument(self, source, encoder):
        """What data cannot say travels as its expression."""
        value = evaluate_expression(source)
        node = encoder.encode(value)
        if (
            has_opaque(tables_of([node]))
            or type_name(node, {}) == "iterator"
            or isinstance(value, collections.abc.Iterator)
        ):
            return ["expression", source.strip()]
        return node

    def judge(self, item, which):
        """An outcome for each predicate; values are made anew after one that may change them."""
        world = None
        for index in which:
            code, is_changing, error = self.predicates[index]
            if error is None:
                try:
                    world = world if world is not None and not is_changing else World(item)
                except BaseException:
                    yield {"kind": "unknown"}
                    continue
                error = self.evaluate(code, world)
                world = None if is_changing or world.has_iterator else world
            yield error

    def evaluate(self, code, world):
        """The outcome of one predicate."""
        namespace = {"__builtins__": builtins, "id": world.id, "__is__": world.is_same}
        namespace.update(zip(self.parameters, world.arguments))
        namespace["result"] = world.result
        meter = Meter(PREDICATE, self.steps)
        try:
            with Redirected(Capture(MAX_TEXT)), meter:
                outcome = {"kind": "holds" if eval(code, namespace) else "fails"}
        except BaseException as error:
            outcome = describe_error(error)
            if outcome["kind"] == "stopped":
                name, what = PREDICATE_ENDS[outcome["limit"]]
                outcome = {"kind": "raised", "error": name, "message": f"the predicate {what}"}
        return outcome
