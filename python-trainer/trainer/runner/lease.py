"""The heartbeat that keeps a run ours, from a thread, so that a long upload does not lose it."""

from __future__ import annotations

import threading
import time

from trainer.runner.client import LeaseLost, Refused, StudioClient, TokenRefused, Unreachable
from trainer.runner.work import Standing


class LeaseKeeper:
    """Renews the lease and remembers what the studio said: stop, or not yours any more."""

    def __init__(self, client: StudioClient, standing: Standing, seconds: float):
        self.lost: Exception | None = None
        self.cancelled_at: float | None = None
        self._client, self._standing, self._seconds = client, standing, seconds
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="lease", daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join(timeout=5)

    def raise_if_lost(self) -> None:
        if self.lost:
            raise self.lost

    def _keep(self) -> None:
        while not self._stop.is_set():
            try:
                self._renew()
            except (LeaseLost, TokenRefused) as loss:
                self.lost = loss
                return
            except Refused as refusal:
                self.lost = LeaseLost(str(refusal))
                return
            except Unreachable:
                pass  # The trainer goes on; the next beat tries again.
            self._stop.wait(self._seconds)

    def _renew(self) -> None:
        work = self._standing.work
        body = {**work.lease, "lastSeq": self._standing.last_seq}
        answer = self._client.post(work.address("heartbeat"), body, is_patient=False)
        if answer.get("cancel") and self.cancelled_at is None:
            self.cancelled_at = time.monotonic()
