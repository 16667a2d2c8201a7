"""The process that asks the children and tells the events."""

import json
import os
import sys

from foundry_harness.processes.locks import hide_memory
from foundry_harness.processes.process_child import ProcessChild
from foundry_harness.session.session import Session


def run_controller(flags):
    """Reads a request from stdin and writes its events, one line each, to what stdout was."""
    hide_memory()
    events = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    request = sys.stdin.buffer.read()
    for number in (0, 1):
        os.dup2(null, number)

    def emit(text):
        data = text.encode() + b"\n"
        while data:
            data = data[os.write(events, data) :]

    def make_child(role, limits):
        return ProcessChild(role, limits, flags)

    Session(json.loads(request), emit, make_child).run()
