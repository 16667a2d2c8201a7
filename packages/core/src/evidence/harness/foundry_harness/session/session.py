"""One run."""

import json
import sys

from foundry_harness.make_storable import make_storable
from foundry_harness.processes.child_gone import RunOutOfTime
from foundry_harness.processes.clock import Clock
from foundry_harness.session.implementation_run import ImplementationRun
from foundry_harness.session.mutant_run import MutantRun
from foundry_harness.session.predicate_judge import PredicateJudge
from foundry_harness.values.canonical import canonical


class Session:
    """Asks the children, compares what they say, and tells about it."""

    def __init__(self, request, emit, make_child):
        self.request = request
        self.limits = request["limits"]
        self.emit_text = emit
        self.make_child = make_child
        self.clock = Clock(self.limits["seconds"])
        self.output = []
        self.output_left = self.limits["outputLength"]
        self.is_output_cut = False
        self.inputs = []
        self.children = []

    def emit(self, event):
        """Tells one event."""
        self.emit_text(json.dumps(make_storable(event)))

    def open(self, role):
        """A new child, which ends with the run at the latest."""
        child = self.make_child(role, self.limits)
        self.children.append(child)
        return child

    def close(self, child):
        """Ends a child."""
        self.children.remove(child)
        child.close()

    def run(self):
        """Everything, from `started` to the last event."""
        self.emit({"type": "started", "python": sys.version.split()[0]})
        try:
            self.work()
            last = {"type": "finished"}
        except RunOutOfTime:
            last = {"type": "stopped", "limit": "time"}
        finally:
            for child in list(self.children):
                self.close(child)
        if self.output or self.is_output_cut:
            self.emit({"type": "output", "text": "".join(self.output), "isCut": self.is_output_cut})
        self.emit(last)

    def work(self):
        """Inputs, the reference, the others, mutants of the reference."""
        self.judge = PredicateJudge(self)
        self.inputs = self.judge.make_inputs()
        reference, *others = self.request["implementations"]
        self.reference = {}
        self.outcomes = {}
        is_usable = self.run_implementation(reference, is_reference=True)
        for implementation in others:
            self.run_implementation(implementation, is_reference=False)
        if is_usable and self.request["maxMutants"] > 0:
            MutantRun(self, reference["source"]).run()

    def run_implementation(self, implementation, is_reference):
        """Whether it could be used."""
        runner = ImplementationRun(self, implementation["source"])
        error = runner.load()
        self.emit({"type": "implementation", "id": implementation["id"], "error": error})
        if error is None:
            for index in range(len(self.inputs)):
                for call in runner.call([index]):
                    self.tell_call(implementation["id"], call, is_reference)
        runner.close()
        return error is None

    def tell_call(self, identifier, call, is_reference):
        """Tells a `call` event; predicates are judged for the reference only."""
        outcomes = []
        if is_reference:
            (outcomes,) = self.judge.judge([call])
            self.reference[call.input] = call
            self.outcomes[call.input] = outcomes
        expected = self.inputs[call.input]["expected"]
        reference = self.reference.get(call.input)
        self.emit(
            {
                "type": "call",
                "implementation": identifier,
                "input": call.input,
                "result": call.as_result(),
                "changedArguments": call.has_changed_arguments,
                "predicates": outcomes,
                "asExpected": None
                if expected is None
                else call.value_key == canonical(expected[0]),
                "asReference": reference is None or reference.result_key == call.result_key,
            }
        )

    def keep_output(self, reply):
        """Takes what code has printed, up to the limit of the run."""
        text = str(reply.get("output", ""))
        kept = text[: self.output_left]
        self.output_left -= len(kept)
        if kept:
            self.output.append(kept)
        self.is_output_cut = (
            self.is_output_cut or len(kept) < len(text) or reply.get("isCut") is True
        )
