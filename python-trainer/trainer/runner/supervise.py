"""One piece of work from the lease to its end: the trainer as a process, its events, its artifacts, its end."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from trainer.failures import TrainerError, describe_failure
from trainer.files import write_json
from trainer.run_dir import RunDir
from trainer.runner.client import Refused, StudioClient, Unreachable
from trainer.runner.delivery import EventForwarder, upload_checkpoint, upload_log, upload_results
from trainer.runner.lease import LeaseKeeper
from trainer.runner.work import Standing, Work, prepare_folder

TRAINER = [sys.executable, "-m", "trainer"]
TOKEN_VARIABLE = "FOUNDRY_RUNNER_TOKEN"
"""Not the trainer's business: model code runs there."""
POLL_SECONDS = 0.25
TERM_AFTER_SECONDS, KILL_AFTER_SECONDS = 30.0, 90.0
"""After a request to stop: the control file alone, then SIGTERM, then SIGKILL."""
CHECKPOINT_UPLOAD_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Outcome:
    status: str
    error: dict | None


LOST = {
    "code": "lost",
    "message": "The trainer ended without a last word.",
    "hint": "Often the system killed it for memory. It goes on from its last checkpoint by itself.",
}
SHUT_DOWN = {
    "code": "lost",
    "message": "The runner was shut down.",
    "hint": "The run goes on from its last checkpoint when a runner is there.",
}


def do_work(client: StudioClient, standing: Standing, heartbeat_seconds: float, stop: threading.Event) -> Outcome:
    """Prepare, train or evaluate, deliver and finish. Raises LeaseLost and TokenRefused after killing the trainer."""
    work, root = standing.work, standing.path.parent
    with LeaseKeeper(client, standing, heartbeat_seconds) as lease:
        try:
            run_dir = prepare_folder(client, work, root)
            lease.raise_if_lost()
            forwarder = EventForwarder(client, standing, run_dir.events)
            run_trainer(work, run_dir, forwarder, lease, stop)
            outcome = name_outcome(forwarder.read_terminal(), lease, stop)
            deliver(forwarder, work, run_dir, outcome)
        except (TrainerError, OSError) as error:
            outcome = Outcome("failed", describe_failure(error).to_json())
        except Refused as refusal:
            is_upload = refusal.reason == "checksum_mismatch"
            error = {"code": "lost" if is_upload else "other", "message": f"The studio refused: {refusal}.", "hint": ""}
            outcome = Outcome("lost" if is_upload else "failed", error)
        lease.raise_if_lost()
        finish(client, standing, outcome, read_report(RunDir(root), outcome))
    return outcome


def run_trainer(work: Work, run_dir: RunDir, forwarder: EventForwarder, lease: LeaseKeeper, stop) -> None:
    """Watch the process, send what it says, pass on requests to stop. It never outlives this function."""
    with open(run_dir.root / "trainer.log", "ab") as log:
        process = subprocess.Popen(
            [*TRAINER, *name_command(work, run_dir)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={name: value for name, value in os.environ.items() if name != TOKEN_VARIABLE},
        )
    try:
        uploaded = time.monotonic()
        stopping_since: float | None = None
        while process.poll() is None:
            lease.raise_if_lost()
            if stopping_since is None and (lease.cancelled_at is not None or stop.is_set()):
                stopping_since = time.monotonic()
                write_json(run_dir.control, {"action": "cancel"})
            press_on(process, stopping_since, is_urgent=stop.is_set())
            if not stop.is_set():
                # Without an answer while the runner is being stopped: the trainer still gets its time to save.
                with contextlib.suppress(Unreachable):
                    forwarder.forward()
                    if work.kind == "train" and time.monotonic() - uploaded > CHECKPOINT_UPLOAD_SECONDS:
                        upload_checkpoint(forwarder, work, run_dir)
                        uploaded = time.monotonic()
            time.sleep(POLL_SECONDS)
        lease.raise_if_lost()
        forwarder.forward()
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def name_command(work: Work, run_dir: RunDir) -> list[str]:
    command = "run" if work.kind == "train" else "predict"
    options = ["--run-dir", str(run_dir.root), "--run-id", work.run_id, "--attempt", str(work.attempt)]
    models = [option for model in work.models for option in ("--model", model)]
    return [command, *options, "--exit-with-parent", *(models if command == "predict" else [])]


def press_on(process: subprocess.Popen, since: float | None, is_urgent: bool) -> None:
    """Grow less polite with a trainer that was asked to stop."""
    if since is None:
        return
    waited = time.monotonic() - since + (TERM_AFTER_SECONDS if is_urgent else 0)
    if waited > KILL_AFTER_SECONDS:
        process.kill()
    elif waited > TERM_AFTER_SECONDS:
        process.send_signal(signal.SIGTERM)


def name_outcome(terminal: dict | None, lease: LeaseKeeper, stop: threading.Event) -> Outcome:
    if terminal is None:
        if lease.cancelled_at is not None:
            return Outcome("cancelled", {**LOST, "code": "cancelled", "message": "The run was stopped by force."})
        return Outcome("lost", SHUT_DOWN if stop.is_set() else LOST)
    if terminal["status"] == "cancelled" and lease.cancelled_at is None:
        return Outcome("lost", SHUT_DOWN)
    return Outcome(terminal["status"], terminal.get("error"))


def deliver(forwarder: EventForwarder, work: Work, run_dir: RunDir, outcome: Outcome) -> None:
    if outcome.status == "succeeded":
        upload_results(forwarder.client, work, run_dir)
    elif work.kind == "train":
        upload_checkpoint(forwarder, work, run_dir)
    upload_log(forwarder.client, work, run_dir.root / "trainer.log")


def finish(client: StudioClient, standing: Standing, outcome: Outcome, report: dict | None) -> None:
    body = {**standing.work.lease, "status": outcome.status, "error": outcome.error, "report": report}
    client.post(standing.work.address("finish"), body)
    standing.is_finished = True
    standing.save()


def finish_left_over(client: StudioClient, standing: Standing) -> None:
    """End an attempt whose runner was killed: deliver what is left, and give it back if it had not ended itself."""
    run_dir = RunDir(standing.path.parent)
    forwarder = EventForwarder(client, standing, run_dir.events)
    # The orphaned trainer holds the lock until it ends; a step it makes after this would never be told.
    with run_dir.locked():
        forwarder.forward()
        terminal = forwarder.read_terminal()
        outcome = Outcome("lost", SHUT_DOWN)
        if terminal is not None and terminal["status"] != "cancelled":
            outcome = Outcome(terminal["status"], terminal.get("error"))
        deliver(forwarder, standing.work, run_dir, outcome)
        finish(client, standing, outcome, read_report(run_dir, outcome))


def read_report(run_dir: RunDir, outcome: Outcome) -> dict | None:
    if outcome.status != "succeeded" or not run_dir.report.exists():
        return None
    return json.loads(Path(run_dir.report).read_text(encoding="utf-8"))
