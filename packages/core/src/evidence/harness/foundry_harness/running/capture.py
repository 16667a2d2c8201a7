"""A limit on output."""

import io
import sys

from foundry_harness.running.stops import OutputReached


class Capture(io.TextIOBase):
    """Stands for stdout and stderr while code runs."""

    def __init__(self, length):
        self.left = length
        self.parts = []
        self.is_cut = False

    def writable(self):
        """Asked by `print` and others."""
        return True

    def write(self, text):
        """Keeps what fits; raises OutputReached."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        kept = text[: self.left]
        self.left -= len(kept)
        self.parts.append(kept)
        if len(kept) < len(text):
            self.is_cut = True
            raise OutputReached
        return len(text)

    def take(self):
        """What was written since the last time."""
        text = "".join(self.parts)
        self.parts = []
        return text


class Redirected:
    """Puts a capture in the place of stdout and stderr, and nothing into stdin."""

    def __init__(self, capture):
        self.capture = capture

    def __enter__(self):
        self.kept = sys.stdin, sys.stdout, sys.stderr
        sys.stdin = io.StringIO()
        sys.stdout = sys.stderr = self.capture

    def __exit__(self, *_):
        sys.stdin, sys.stdout, sys.stderr = self.kept
