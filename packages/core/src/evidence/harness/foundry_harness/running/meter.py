"""A limit on steps."""

import sys

from foundry_harness.limits import RECURSION_LIMIT
from foundry_harness.running.stops import StepsReached


class Meter:
    """Counts the lines executed in one file: the same number on every machine, unlike time."""

    def __init__(self, filename, steps):
        self.filename = filename
        self.left = steps
        self.is_spent = False

    def __enter__(self):
        sys.setrecursionlimit(RECURSION_LIMIT)
        sys.settrace(self.trace)

    def __exit__(self, *_):
        sys.settrace(None)

    def trace(self, frame, _event, _argument):
        """Called by Python for each line."""
        if frame.f_code.co_filename != self.filename:
            return None
        self.left -= 1
        if self.left < 0:
            self.is_spent = True
            raise StepsReached
        return self.trace
