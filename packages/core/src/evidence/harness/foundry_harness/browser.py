"""The way in for Pyodide."""

import json
import warnings

from foundry_harness.processes.local_child import LocalChild
from foundry_harness.session.session import Session


def run(request_json, emit):
    """Does a run in this interpreter; `emit` gets each event as JSON text once it is known."""
    warnings.simplefilter("ignore")
    Session(json.loads(request_json), emit, LocalChild).run()
