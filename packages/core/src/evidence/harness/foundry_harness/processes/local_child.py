"""A child in this interpreter."""

from foundry_harness.judging.judge import Judge
from foundry_harness.mutating.mutants_runner import MutantsRunner
from foundry_harness.running.runner import Runner

WORKERS = {"runner": Runner, "mutants": MutantsRunner, "judge": Judge}


class LocalChild:
    """In this interpreter: there is nothing else in a browser."""

    def __init__(self, role, _limits):
        self.worker = WORKERS[role]()

    def ask(self, message, _count, _clock):
        """The replies to one request."""
        yield from self.worker.handle(message)

    def close(self):
        """Nothing to end."""
