"""A child that runs an implementation."""

import builtins
import collections.abc
import itertools
import random

from foundry_harness.limits import MAX_DRAINED
from foundry_harness.running.capture import Capture, Redirected
from foundry_harness.running.describe_error import describe_error
from foundry_harness.running.explain_missing import explain_missing
from foundry_harness.running.expressions import SOURCE_ERRORS
from foundry_harness.running.meter import Meter
from foundry_harness.running.safe_text import safe_message
from foundry_harness.values.decoder import Decoder
from foundry_harness.values.encoder import Encoder
from foundry_harness.values.value_errors import TooLarge

IMPLEMENTATION = "<implementation>"


class Runner:
    """Loads one implementation after the other and calls it. Everything it says is its own word."""

    def __init__(self):
        self.function = None
        self.steps = 0
        self.capture = Capture(0)

    def handle(self, message):
        """Replies one by one, so that a run that is ended keeps what it has found."""
        if message["op"] == "load":
            yield self.load(message)
        else:
            for arguments in message["arguments"]:
                yield self.call(arguments)

    def load(self, message):
        """Executes the source; the reply says why it cannot be used."""
        self.function = None
        self.steps = message["steps"]
        self.capture = Capture(message["outputLength"])
        namespace = {"__name__": "implementation", "__builtins__": builtins}
        name = message["name"]
        meter = Meter(IMPLEMENTATION, self.steps)
        try:
            code = compile(message["source"], IMPLEMENTATION, "exec", dont_inherit=True)
        except SyntaxError as error:
            return self.loaded(
                f"line {error.lineno}: {error.msg}" if error.lineno else str(error.msg)
            )
        except SOURCE_ERRORS as error:
            return self.loaded(f"cannot be read: {safe_message(error) or type(error).__name__}")
        try:
            with Redirected(self.capture), meter:
                exec(code, namespace)
        except BaseException as error:
            outcome = describe_error(error)
            if outcome["kind"] == "stopped":
                return self.loaded(
                    f"was stopped while it was loaded: the limit on {outcome['limit']} was reached"
                )
            return self.loaded(
                f"raised {outcome['error']} while it was loaded: {outcome['message']}"
            )
        function = namespace.get(name)
        self.function = function if callable(function) else None
        return self.loaded(explain_missing(name, namespace))

    def loaded(self, error):
        """The reply to a load."""
        return {"error": error, "output": self.capture.take(), "isCut": self.capture.is_cut}

    def call(self, arguments):
        """Calls the function with fresh values; whatever happens is the outcome."""
        random.seed(0)
        decoder = Decoder(allows_expressions=True)
        meter = Meter(IMPLEMENTATION, self.steps)
        after = arguments
        try:
            passed = [decoder.decode(node) for node in arguments]
            numbers = {id(value): number for number, value in decoder.objects.items()}
            with Redirected(self.capture):
                try:
                    with meter:
                        value = self.function(*passed)
                        outcome, after = self.describe(arguments, passed, numbers, value)
                except BaseException as error:
                    outcome = describe_error(error)
                    after = self.encode_after(arguments, passed, Encoder(numbers))
        except BaseException as error:
            outcome = describe_error(error)
        if meter.is_spent:
            outcome = {"kind": "stopped", "limit": "steps"}
        return {
            "outcome": outcome,
            "after": after,
            "output": self.capture.take(),
            "isCut": self.capture.is_cut,
        }

    def describe(self, arguments, passed, numbers, value):
        """The outcome of a call that returned, and what became of its arguments."""
        encoder = Encoder(numbers)
        is_iterator = isinstance(value, collections.abc.Iterator)
        items = list(itertools.islice(value, MAX_DRAINED + 1)) if is_iterator else []
        after = self.encode_after(arguments, passed, encoder)
        try:
            if is_iterator:
                items = encoder.encode(items)[2]
                node = ["iterator", encoder.next_number, type(value).__name__[:100], items]
                return {"kind": "returned", "value": node}, after
            return {"kind": "returned", "value": encoder.encode(value)}, after
        except TooLarge:
            text = f"<{type(value).__name__} that is too large to compare>"
            return {
                "kind": "returned",
                "value": ["opaque", encoder.next_number, type(value).__name__[:100], text],
            }, after

    def encode_after(self, arguments, passed, encoder):
        """What became of the arguments; those that only an expression can say stay as they are."""
        try:
            return [
                node
                if isinstance(node, list) and node[0] == "expression"
                else encoder.encode(value)
                for node, value in zip(arguments, passed)
            ]
        except TooLarge:
            return arguments
