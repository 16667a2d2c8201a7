"""The run's voice: strict JSON lines that the studio can trust, also when the process dies in the middle of one."""

from __future__ import annotations

import datetime
import json
import logging
import math
import os
import re
import threading
from pathlib import Path

from trainer.redact import redact

VERSION = 1
LOG_LIMIT_BYTES = 4096
HEARTBEAT_SECONDS = 5.0
RESERVE_BYTES = 65_536
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_SYNCED = {"run.finished", "checkpoint", "artifact"}


class EventLog:
    """Appends numbered events of one attempt to a file. Safe from several threads; exactly one terminal event."""

    def __init__(self, path: Path, run_id: str, attempt: int, *, is_silent: bool = False):
        self.path, self.run_id, self.attempt = path, run_id, attempt
        self.phase, self.step = "preflight", 0
        self.is_finished = False
        self._lock = threading.RLock()
        self._is_silent = is_silent
        if is_silent:  # Other ranks of a distributed run compute; only rank 0 speaks.
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._seq = _mend_tail(path, attempt)
        # A full disk must not silence the event that says so: these bytes are given back first.
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(RESERVE_BYTES))
        self._file = open(path, "ab")  # noqa: SIM115 - lives as long as the run

    def emit(self, kind: str, /, **data: object) -> None:
        """Write one event. Events after the terminal one are dropped, so a late thread cannot follow it."""
        if self._is_silent:
            return
        with self._lock:
            if self.is_finished:
                return
            self.is_finished = kind == "run.finished"
            self.step = data.get("step", self.step) if kind == "step" else self.step
            self._seq += 1
            line = encode_event(self.run_id, self.attempt, self._seq, kind, data)
            self._write(line, is_synced=kind in _SYNCED)

    def set_phase(self, name: str, progress: float | None = None) -> None:
        self.phase = name
        self.emit("phase", name=name, **({} if progress is None else {"progress": progress}))

    def warn(self, code: str, message: str) -> None:
        self.emit("warning", code=code, message=message)

    def close(self) -> None:
        if not self._is_silent:
            self._file.close()
            self._reserve.unlink(missing_ok=True)

    def _write(self, line: bytes, is_synced: bool) -> None:
        start = self._file.tell()
        try:
            self._file.write(line)
            self._file.flush()
        except OSError:
            self._reserve.unlink(missing_ok=True)
            self._file = _reopen_at(self.path, start)
            self._file.write(line)
            self._file.flush()
        if is_synced:
            os.fsync(self._file.fileno())


def encode_event(run_id: str, attempt: int, seq: int, kind: str, data: dict) -> bytes:
    """One line. NaN and infinity become null and are named under `nonfinite`: JSON has no word for them."""
    nonfinite: list[str] = []
    data = _clean(redact(data), "", nonfinite)
    if nonfinite:
        data["nonfinite"] = nonfinite
    if kind == "log":
        data["message"] = _cap(str(data.get("message", "")))
    now = datetime.datetime.now(datetime.timezone.utc)
    event = {
        "v": VERSION,
        "seq": seq,
        "ts": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "run_id": run_id,
        "attempt": attempt,
        "type": kind,
        "data": data,
    }
    text = json.dumps(event, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode() + b"\n"


class Heartbeat:
    """Says every few seconds that the process lives, from a thread, so that a blocking model load is not silence."""

    def __init__(self, events: EventLog, read_vitals, seconds: float = HEARTBEAT_SECONDS):
        self._events, self._read_vitals, self._seconds = events, read_vitals, seconds
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join(timeout=2)

    def _beat(self) -> None:
        while not self._stop.wait(self._seconds):
            self._events.emit("heartbeat", phase=self._events.phase, step=self._events.step, **self._read_vitals())


class EventLogHandler(logging.Handler):
    """Sends warnings of the libraries to the event log."""

    def __init__(self, events: EventLog):
        super().__init__(level=logging.WARNING)
        self._events = events

    def emit(self, record: logging.LogRecord) -> None:
        self._events.emit("log", level=record.levelname.lower(), message=record.getMessage())


def read_last_attempt(path: Path) -> int:
    """The highest attempt in the file, 0 if there is none."""
    return max((event.get("attempt", 0) for event in read_events(path)), default=0)


def read_events(path: Path) -> list[dict]:
    """The whole events of a file; a half last line is left out."""
    if not path.exists():
        return []
    lines = path.read_bytes().split(b"\n")[:-1]
    return [json.loads(line) for line in lines if line]


def _mend_tail(path: Path, attempt: int) -> int:
    """Cut a half last line, which nobody has read, and return the last seq of this attempt."""
    if not path.exists():
        return 0
    content = path.read_bytes()
    whole = content.rfind(b"\n") + 1
    if whole < len(content):
        os.truncate(path, whole)
    return max((event["seq"] for event in read_events(path) if event["attempt"] == attempt), default=0)


def _reopen_at(path: Path, position: int):
    os.truncate(path, position)
    return open(path, "ab")


def _clean(value: object, path: str, nonfinite: list[str]) -> object:
    """The value without what JSON, UTF-8 or a database does not take."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, float) and not math.isfinite(value):
        nonfinite.append(path)
        return None
    if isinstance(value, dict):
        inner = path + "." if path else ""
        return {key: _clean(item, f"{inner}{key}", nonfinite) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(item, f"{path}[{index}]", nonfinite) for index, item in enumerate(value)]
    return value


def _cap(message: str) -> str:
    raw = message.encode("utf-8", errors="replace")
    return message if len(raw) <= LOG_LIMIT_BYTES else raw[: LOG_LIMIT_BYTES - 4].decode("utf-8", "ignore") + " …"
