"""One attempt from its first event to its last: exactly one terminal event, whatever happens."""

from __future__ import annotations

import logging
import os
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from trainer.attempt import Attempt
from trainer.checkpoints import list_checkpoints, read_manifest
from trainer.config import TrainConfig
from trainer.control import Control
from trainer.events import EventLog, EventLogHandler, Heartbeat, read_last_attempt
from trainer.failures import EXIT_CODES, Stopped, TrainerError, describe_failure
from trainer.files import sha256_file
from trainer.machine import read_gpu, read_versions, read_vitals
from trainer.run_dir import RunDir

STATUSES = {"cancelled": "cancelled", "budget": "budget_exceeded"}
STOP_WORDS = {
    "cancelled": "The run was stopped on request.",
    "budget": "The run reached limits.max_wall_seconds.",
}

Work = Callable[[Attempt], dict]
"""Training or predicting: returns what the terminal event says beside its status."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line says about an attempt."""

    root: Path
    run_id: str | None = None
    attempt: int | None = None
    parent: int | None = None
    """Process without which this one ends."""


def run_session(start: Start, load_work: Callable[[], Work]) -> int:
    """Run `load_work()` in a run folder. Returns the exit code.

    The work is loaded inside, because importing torch takes seconds in which a stop and a heartbeat must work.
    """
    run_dir = RunDir(start.root.resolve())
    rank = int(os.environ.get("RANK", "0"))
    run_dir.out.mkdir(parents=True, exist_ok=True)
    if rank:
        return _run_attempt(run_dir, start, EventLog(run_dir.events, "", 1, is_silent=True), load_work)
    try:
        with run_dir.locked():
            attempt = start.attempt or read_last_attempt(run_dir.events) + 1
            events = EventLog(run_dir.events, start.run_id or run_dir.root.name, attempt)
            return _run_attempt(run_dir, start, events, load_work)
    except TrainerError as error:
        print(f"{error.message} {error.hint}", flush=True)
        return EXIT_CODES[error.code]


def _run_attempt(run_dir: RunDir, start: Start, events: EventLog, load_work: Callable[[], Work]) -> int:
    handler = EventLogHandler(events)
    logging.getLogger().addHandler(handler)
    logging.captureWarnings(True)
    # PEFT says that it ignores rank_pattern for parameters, and yet applies it; lora.py checks the ranks.
    warnings.filterwarnings("ignore", message=".*rank_pattern keys did not match.*")
    try:
        with Heartbeat(events, read_vitals), Control(run_dir.control, start.parent) as control:
            finished = _work_and_name_outcome(run_dir, events, control, load_work)
            events.emit("run.finished", **finished)
    finally:
        logging.getLogger().removeHandler(handler)
        events.close()
    error = finished.get("error")
    return 0 if error is None else EXIT_CODES[error["code"]]


def _work_and_name_outcome(run_dir: RunDir, events: EventLog, control: Control, load_work) -> dict:
    try:
        with control.interruptible():
            events.set_phase("preflight")
            config = TrainConfig.load(run_dir.config)
            control.limit_seconds(config.limits.max_wall_seconds)
            work = load_work()
            _announce_start(events, run_dir)
            _warn_about_cost(events, config)
        return {"status": "succeeded", **work(Attempt(run_dir, config, events, control))}
    except Stopped as stop:
        error = {"code": stop.reason, "message": STOP_WORDS[stop.reason], "hint": "Resume the run to go on."}
        return {"status": STATUSES[stop.reason], "error": error, "resumable_from": _find_last(run_dir)}
    except Exception as error:
        failure = describe_failure(error)
        events.emit("log", level="error", message=traceback.format_exc())
        return {"status": "failed", "error": failure.to_json(), "resumable_from": _find_last(run_dir)}


def _announce_start(events: EventLog, run_dir: RunDir) -> None:
    gpu = read_gpu()
    events.emit(
        "run.started",
        config_sha=sha256_file(run_dir.config),
        versions=read_versions(),
        gpu=gpu["name"] if gpu else None,
        vram_gib=gpu["vram_gib"] if gpu else None,
        world_size=int(os.environ.get("WORLD_SIZE", "1")),
        git_sha=os.environ.get("FOUNDRY_GIT_SHA"),
    )


def _warn_about_cost(events: EventLog, config: TrainConfig) -> None:
    if config.limits.max_cost_usd is not None:
        events.warn("cost_not_measured", "This trainer does not know prices; the studio watches limits.max_cost_usd.")


def _find_last(run_dir: RunDir) -> str | None:
    whole = [path.name for path in list_checkpoints(run_dir.checkpoints) if read_manifest(path)]
    return whole[0] if whole else None
