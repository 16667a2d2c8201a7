"""What every part of an attempt needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.config import TrainConfig
from trainer.control import Control
from trainer.events import EventLog
from trainer.run_dir import RunDir


@dataclass(frozen=True, slots=True)
class Attempt:
    run_dir: RunDir
    config: TrainConfig
    events: EventLog
    control: Control
