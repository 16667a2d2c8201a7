"""Trainer runs in processes of their own: real signals, real exit codes.

They are forked from a server that has the libraries loaded, which saves each test the import.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from trainer.events import read_events

DEADLINE_SECONDS = 180.0

# The fork server does not inherit sys.path.
os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parent.parent)])
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["preload"])


class TrainerProcess:
    def __init__(self, root: Path, *, file_limit: int | None = None, before: Callable | None = None, predict=None):
        self.root = root
        self._process = _context.Process(target=_run, args=(root, file_limit, before, predict))
        self._process.start()

    @property
    def events(self) -> list[dict]:
        return read_events(self.root / "out" / "events.jsonl")

    def of_type(self, kind: str) -> list[dict]:
        return [event for event in self.events if event["type"] == kind]

    @staticmethod
    def read(root: Path) -> list[dict]:
        return read_events(root / "out" / "events.jsonl")

    def wait_for(self, is_there: Callable[[list[dict]], bool], what: str) -> None:
        """Poll the events until they hold what the test waits for."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not is_there(self.events):
            assert self._process.is_alive(), f"the trainer ended before {what}: {self.events[-2:]}"
            assert time.monotonic() < deadline, f"no {what} within {DEADLINE_SECONDS} s"
            time.sleep(0.02)

    def send(self, number: signal.Signals) -> None:
        os.kill(self._process.pid, number)

    def wait(self) -> int:
        self._process.join(DEADLINE_SECONDS)
        assert self._process.exitcode is not None, "the trainer did not end"
        return self._process.exitcode

    def finish(self) -> tuple[int, dict]:
        """Exit code and the data of the terminal event, which must be there once and last in its attempt."""
        code = self.wait()
        last = self.events[-1]
        terminal = [event for event in self.of_type("run.finished") if event["attempt"] == last["attempt"]]
        assert terminal == [last], [event["type"] for event in self.events[-3:]]
        return code, last["data"]

    def end(self) -> None:
        if self._process.is_alive():
            self._process.kill()
        self._process.join()


def step_reached(step: int) -> Callable[[list[dict]], bool]:
    return lambda events: any(event["type"] == "step" and event["data"]["step"] >= step for event in events)


def phase_reached(name: str) -> Callable[[list[dict]], bool]:
    return lambda events: any(event["type"] == "phase" and event["data"]["name"] == name for event in events)


def _run(root: Path, file_limit: int | None, before: Callable | None, predict: list[str] | None) -> None:
    from trainer.__main__ import load_prediction, load_training
    from trainer.session import Start, run_session

    if file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
    if before is not None:
        before()
    load_work = load_training if predict is None else lambda: load_prediction(predict)
    sys.exit(run_session(Start(root, "run-1"), load_work))


class RunnerProcess:
    """A runner in a process of its own, which a test may kill."""

    def __init__(self, url: str, token: str, work_dir: Path, before: Callable):
        self._process = _context.Process(target=_serve, args=(url, token, work_dir, before))
        self._process.start()
        self.pid = self._process.pid

    def kill(self) -> None:
        self._process.kill()
        self._process.join()

    def terminate(self) -> None:
        self._process.terminate()

    def wait(self) -> int:
        self._process.join(DEADLINE_SECONDS)
        assert self._process.exitcode is not None, "the runner did not end"
        return self._process.exitcode

    def end(self) -> None:
        self.kill()


def use_stand_in_trainer() -> None:
    """Runs in the runner's process."""
    from trainer.runner import supervise

    supervise.TRAINER = [sys.executable, str(Path(__file__).with_name("stand_in_trainer.py"))]


def _serve(url: str, token: str, work_dir: Path, before: Callable) -> None:
    from trainer.runner import client, main, supervise

    supervise.POLL_SECONDS = 0.05
    client.FIRST_PAUSE_SECONDS = 0.1
    main.ask_hardware = _describe_machine
    before()
    sys.exit(main.serve(url, token, work_dir, "test-runner"))


def _describe_machine() -> dict:
    from trainer.machine import read_hardware

    return read_hardware()
