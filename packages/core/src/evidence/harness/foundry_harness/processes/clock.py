"""The time that a run may take."""

import time

from foundry_harness.processes.child_gone import RunOutOfTime


class Clock:
    """Time for one answer of a child, and for everything."""

    def __init__(self, seconds):
        self.end = time.monotonic() + seconds
        self.seconds_per_reply = max(0.3, min(2.0, seconds / 5))

    def next_deadline(self, extra):
        """When the next answer has to be there; `extra` seconds for a start."""
        self.check()
        return min(self.end, time.monotonic() + self.seconds_per_reply + extra)

    def check(self):
        """Raises RunOutOfTime."""
        if time.monotonic() >= self.end:
            raise RunOutOfTime
