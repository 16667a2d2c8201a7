"""What runs in the process of a child."""

import json
import os
import warnings

from foundry_harness.processes.child_gone import NO_FILTER
from foundry_harness.processes.locks import limit_child
from foundry_harness.processes.seccomp import deny_calls


def run_child(role, read_end, write_end, megabytes, seconds, needs_filter):
    """Answers the requests that come in at `read_end`, under limits that nobody raises again."""
    warnings.simplefilter("ignore")
    source = os.fdopen(read_end, "rb")
    worker = make_worker(role)
    limit_child(megabytes, seconds)
    if not deny_calls() and needs_filter:
        os._exit(NO_FILTER)
    for line in source:
        for reply in worker.handle(json.loads(line)):
            data = json.dumps(reply).encode() + b"\n"
            while data:
                data = data[os.write(write_end, data) :]


def make_worker(role):
    """Imports only what the role needs, because every child pays for it."""
    if role == "judge":
        from foundry_harness.judging.judge import Judge

        return Judge()
    if role == "mutants":
        from foundry_harness.mutating.mutants_runner import MutantsRunner

        return MutantsRunner()
    from foundry_harness.running.runner import Runner

    return Runner()
