"""The runner's loop: register, ask for work, do it, again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

from trainer import __version__
from trainer.failures import TrainerError
from trainer.runner.client import LeaseLost, Refused, StudioClient, TokenRefused, UnknownRunner, Unreachable
from trainer.runner.delivery import discard_unheard
from trainer.runner.say import say
from trainer.runner.supervise import do_work, finish_left_over
from trainer.runner.work import STATE, Standing, Work

WAIT_SECONDS = 20
KEPT_FOLDERS = 10


def serve(url: str, token: str, work_dir: Path, name: str, parent: int | None = None) -> int:
    """Serve one studio until stopped. Returns 0 when stopped, 1 when the studio refuses the token."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if parent is not None:
        threading.Thread(target=stop_with, args=(parent, stop), daemon=True).start()
    runs = work_dir.resolve() / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    client = StudioClient(url, token, stop)
    try:
        finish_left_overs(client, runs)
        while not stop.is_set():
            serve_registered(client, runs, name, stop)
    except TokenRefused as refusal:
        say("token_refused", message=f"The studio does not take this token. {refusal}")
        return 1
    except Refused as refusal:
        say("refused", message=str(refusal))
        return 1
    except Unreachable:
        pass  # Only raised when the runner is stopping.
    say("stopped")
    return 0


def stop_with(parent: int, stop: threading.Event) -> None:
    """Stop like on a signal when the process that started this one is gone."""
    while os.getppid() == parent:
        if stop.wait(1):
            return
    stop.set()


def serve_registered(client: StudioClient, runs: Path, name: str, stop: threading.Event) -> None:
    """Work until stopped or forgotten."""
    registered = client.post("/api/runner/register", {"name": name, "version": __version__, "hardware": ask_hardware()})
    say("registered", runner_id=registered["runnerId"])
    while not stop.is_set():
        try:
            body = {"runnerId": registered["runnerId"], "waitSeconds": WAIT_SECONDS}
            raw = client.post("/api/runner/work", body)["work"]
        except UnknownRunner:
            return
        if raw is not None:
            take(client, runs, raw, registered["heartbeatSeconds"], stop)


def ask_hardware() -> dict:
    """From a process of its own: torch would fill this one's memory for as long as it waits."""
    answer = subprocess.run([sys.executable, "-m", "trainer.machine"], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout.splitlines()[-1])


def take(client: StudioClient, runs: Path, raw: dict, heartbeat_seconds: float, stop: threading.Event) -> None:
    try:
        work = Work.parse(raw)
    except (KeyError, TypeError, ValueError) as error:
        say("work_not_understood", message=str(error))
        stop.wait(heartbeat_seconds)
        return
    standing = Standing(work, runs / work.run_id / STATE)
    standing.path.parent.mkdir(exist_ok=True)
    standing.save()
    say("work", run_id=work.run_id, attempt=work.attempt, kind=work.kind)
    try:
        outcome = do_work(client, standing, heartbeat_seconds, stop)
    except LeaseLost:
        forget(standing)
        say("lease_lost", run_id=work.run_id, attempt=work.attempt)
        return
    say("finished", run_id=work.run_id, attempt=work.attempt, status=outcome.status)
    if outcome.status == "succeeded":
        shutil.rmtree(standing.path.parent)
    elif outcome.status == "lost":
        stop.wait(heartbeat_seconds)  # What kills a trainer may need a moment to pass.
    prune(runs)


def finish_left_overs(client: StudioClient, runs: Path) -> None:
    for path in sorted(runs.glob(f"*/{STATE}")):
        standing = Standing.load(path)
        if standing is None or standing.is_finished:
            continue
        try:
            finish_left_over(client, standing)
            say("left_over_finished", run_id=standing.work.run_id, attempt=standing.work.attempt)
        except TrainerError as busy:
            say("left_over_busy", run_id=standing.work.run_id, message=str(busy))
        except (LeaseLost, Refused) as loss:
            forget(standing)
            say("left_over_dropped", run_id=standing.work.run_id, message=str(loss))


def forget(standing: Standing) -> None:
    """Another runner has the run. Should it come back, it goes on here from what the studio has heard of."""
    discard_unheard(standing)
    standing.is_finished = True
    standing.save()


def prune(runs: Path) -> None:
    folders = sorted(runs.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for folder in folders[KEPT_FOLDERS:]:
        shutil.rmtree(folder, ignore_errors=True)
