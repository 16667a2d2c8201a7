"""How a run is told to stop: SIGTERM, SIGINT, the control file, or its own time limit."""

from __future__ import annotations

import json
import math
import os
import signal
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from trainer.failures import Stopped

POLL_SECONDS = 0.5


class Control:
    """Collects requests. A watcher thread reads the control file, so a blocking load can be stopped too."""

    def __init__(self, path: Path, parent: int | None = None):
        self.reason: str | None = None
        self.wants_checkpoint = False
        self._path, self._parent = path, parent
        self._started, self._deadline = time.monotonic(), math.inf
        self._is_interruptible = False
        self._seen: float | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="control", daemon=True)

    def __enter__(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        self.poll()
        self._thread.start()
        return self

    def __exit__(self, *_):
        # Handlers stay: a signal that comes after the end must not turn a finished run into a killed one.
        self._is_interruptible = False
        self._stop.set()

    def limit_seconds(self, seconds: float) -> None:
        """Ask for an end that many seconds after the start of this process's work."""
        self._deadline = self._started + seconds

    @contextmanager
    def interruptible(self):
        """Inside, a request raises Stopped at once; outside, it waits to be asked for."""
        self.raise_if_stopped()
        self._is_interruptible = True
        try:
            yield
        finally:
            self._is_interruptible = False

    def poll(self) -> None:
        """Read the control file and the clock. Called often; costs one stat."""
        if time.monotonic() > self._deadline:
            self.reason = self.reason or "budget"
        try:
            changed = self._path.stat().st_mtime_ns
            if changed == self._seen:
                return
            action = json.loads(self._path.read_text(encoding="utf-8")).get("action")
            self._seen = changed
        except (OSError, ValueError, AttributeError):
            return  # Absent, or being written at this moment: the next poll reads it whole.
        if action == "cancel":
            self.reason = self.reason or "cancelled"
        self.wants_checkpoint = self.wants_checkpoint or action == "checkpoint"

    def raise_if_stopped(self) -> None:
        self.poll()
        if self.reason:
            raise Stopped(self.reason)

    def _on_signal(self, _number, _frame) -> None:
        self.reason = self.reason or "cancelled"
        if self._is_interruptible:
            self._is_interruptible = False  # A second signal must not break the first one's clean-up.
            raise Stopped(self.reason)

    def _watch(self) -> None:
        while not self._stop.wait(POLL_SECONDS):
            if self._parent is not None and os.getppid() != self._parent:
                os._exit(1)  # Whoever started this run is gone; a second trainer must not race with this one.
            self.poll()
            if self.reason and self._is_interruptible:
                os.kill(os.getpid(), signal.SIGTERM)
