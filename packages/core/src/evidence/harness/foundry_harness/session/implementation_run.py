"""One implementation and the child that runs it."""

import itertools

from foundry_harness.cut import cut
from foundry_harness.limits import MAX_RESTARTS, REPR_LENGTH
from foundry_harness.processes.child_gone import ChildGone
from foundry_harness.session.call import Call
from foundry_harness.session.malformed import MALFORMED


class ImplementationRun:
    """One implementation in a child of its own, started anew when a call ended it."""

    def __init__(self, session, source, is_silent=False):
        self.session = session
        self.source = source
        self.is_silent = is_silent
        self.child = None
        self.restarts = 0

    def load(self):
        """Why the source cannot be used, or None."""
        session = self.session
        message = {
            "op": "load",
            "source": self.source,
            "name": session.request["functionName"],
            "steps": session.limits["stepsPerCall"],
            "outputLength": session.limits["outputLength"],
        }
        try:
            self.child = self.child or session.open("runner")
            (reply,) = list(self.child.ask(message, 1, session.clock))
            self.keep_output(reply)
            return None if reply["error"] is None else cut(str(reply["error"]), REPR_LENGTH)
        except ChildGone as gone:
            self.close()
            return f"was stopped while it was loaded: {gone.message}"
        except MALFORMED:
            self.close()
            return "was stopped while it was loaded: the code wrote into the harness's own channel"

    def call(self, indices):
        """Calls in the order of the inputs. After too many restarts the rest is left out."""
        waiting = list(indices)
        while waiting and self.restarts <= MAX_RESTARTS:
            if self.child is None and self.load() is not None:
                return
            usable = list(
                itertools.takewhile(lambda index: self.arguments(index) is not None, waiting)
            )
            try:
                if usable:
                    yield from self.ask(usable, waiting)
                else:
                    error = self.session.inputs[waiting[0]]["error"]
                    yield Call(
                        waiting.pop(0),
                        [],
                        {"kind": "raised", "error": "InvalidInput", "message": error},
                        [],
                    )
            except ChildGone as gone:
                self.close()
                self.restarts += 1
                yield Call(waiting.pop(0), [], gone.as_outcome(), [], has_ended_child=True)

    def ask(self, usable, waiting):
        """Takes each call out of `waiting` as its reply comes."""
        message = {"op": "call", "arguments": [self.arguments(index) for index in usable]}
        for reply in self.child.ask(message, len(usable), self.session.clock):
            self.session.clock.check()
            try:
                self.keep_output(reply)
                call = Call(
                    waiting[0], self.arguments(waiting[0]), reply["outcome"], reply["after"]
                )
            except MALFORMED:
                raise ChildGone(None, "the code wrote into the harness's own channel") from None
            waiting.pop(0)
            yield call

    def keep_output(self, reply):
        """What mutants print is not shown."""
        if not self.is_silent:
            self.session.keep_output(reply)

    def arguments(self, index):
        """None for an input that cannot be made."""
        return self.session.inputs[index]["arguments"]

    def close(self):
        """Ends its child."""
        if self.child is not None:
            self.session.close(self.child)
            self.child = None
