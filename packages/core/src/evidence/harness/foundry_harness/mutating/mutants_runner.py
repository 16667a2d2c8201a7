"""A child that also makes the mutants that it runs."""

from foundry_harness.mutating.mutants import list_mutants
from foundry_harness.running.runner import Runner


class MutantsRunner(Runner):
    """Reading a foreign source is not for the controller: it can take memory without end."""

    def handle(self, message):
        """Replies one by one."""
        if message["op"] == "mutate":
            yield {"mutants": list_mutants(message["source"], message["name"], message["max"])}
        else:
            yield from super().handle(message)
