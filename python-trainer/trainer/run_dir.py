"""Where the files of one run lie. The same folder is a bind mount, a bucket or a temporary folder."""

from __future__ import annotations

import fcntl
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from trainer.failures import TrainerError
from trainer.files import sha256_file

LOCK_WAIT_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class RunDir:
    root: Path

    @property
    def config(self) -> Path:
        return self.root / "config.json"

    @property
    def control(self) -> Path:
        return self.root / "control.json"

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def out(self) -> Path:
        return self.root / "out"

    @property
    def events(self) -> Path:
        return self.out / "events.jsonl"

    @property
    def checkpoints(self) -> Path:
        return self.out / "checkpoints"

    @property
    def adapter(self) -> Path:
        return self.out / "adapter"

    @property
    def adapter_archive(self) -> Path:
        return self.out / "adapter.tar"

    @property
    def report(self) -> Path:
        return self.out / "report.json"

    @property
    def predictions(self) -> Path:
        return self.out / "predictions.jsonl"

    def hash_data(self) -> dict[str, str]:
        """File name to SHA-256 of every file of the dataset."""
        return {path.name: sha256_file(path) for path in sorted(self.data.glob("*.jsonl"))}

    @contextmanager
    def locked(self):
        """Only one trainer works in a folder. Waits a little for one that is being stopped."""
        self.out.mkdir(parents=True, exist_ok=True)
        with open(self.root / ".lock", "w") as file:
            deadline = time.monotonic() + LOCK_WAIT_SECONDS
            while not _try_lock(file):
                if time.monotonic() > deadline:
                    raise TrainerError(
                        "other", "Another trainer works in this run folder.", "Wait for it to end, or stop it."
                    )
                time.sleep(0.2)
            yield


def _try_lock(file) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
