"""One tiny model and one small corpus for the whole suite."""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_DATASETS_DISABLE_PROGRESS_BARS", "1")

import pytest
import torch
from processes import TrainerProcess
from small_corpus import make_rows

from trainer.config import parse_config
from trainer.data import Row, count_tokens
from trainer.tiny_model import build_model, build_tokenizer

CONTRACT = Path(__file__).parent.parent / "contract"


@pytest.fixture(scope="session")
def rows() -> list[Row]:
    return [Row(**raw) for raw in make_rows(24)]


@pytest.fixture(scope="session")
def tokenizer(rows):
    return build_tokenizer(rows, vocabulary=400)


@pytest.fixture(scope="session")
def base_model(tokenizer):
    """Never trained or wrapped in place: tests copy it."""
    return build_model(tokenizer, seed=1).eval()


@pytest.fixture
def model(base_model):
    return copy.deepcopy(base_model)


@pytest.fixture
def make_config():
    preset = json.loads((CONTRACT / "presets.json").read_text())["smoke"]

    def make(**changes):
        raw = copy.deepcopy(preset)
        raw["eval"]["generate_samples"] = 0
        for name, value in changes.items():
            place = raw
            *parents, last = name.split("__")
            for parent in parents:
                place = place[parent]
            place[last] = value
        return parse_config(raw)

    return make


@pytest.fixture
def make_run_dir(tmp_path, make_config):
    """A run folder as the studio lays it out."""

    def make(name="run", train=24, validation=6, test=6, **changes) -> Path:
        root = tmp_path / name
        (root / "data").mkdir(parents=True)
        rows = make_rows(train + validation + test)
        seen = train + validation
        parts = {"train": rows[:train], "validation": rows[train:seen], "test": rows[seen:]}
        for split, part in parts.items():
            write_rows(root / "data" / f"{split}.jsonl", part)
        (root / "config.json").write_text(json.dumps(make_config(**changes).to_json()))
        return root

    return make


@pytest.fixture
def start():
    """Start trainer processes; none outlives its test."""
    running: list[TrainerProcess] = []

    def start_process(root: Path, **options) -> TrainerProcess:
        process = TrainerProcess(root, **options)
        running.append(process)
        return process

    yield start_process
    for process in running:
        process.end()


def write_rows(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


@pytest.fixture
def make_trainer(tmp_path, model, tokenizer, rows):
    """The recipe's trainer in this process, on the tiny model."""
    from trainer.attempt import Attempt
    from trainer.callbacks import ReportCallback
    from trainer.checkpoints import Identity
    from trainer.control import Control
    from trainer.events import EventLog
    from trainer.lora import wrap_with_lora
    from trainer.machine import read_versions
    from trainer.recipe_trainer import RecipeTrainer
    from trainer.run_dir import RunDir
    from trainer.sft import Material, build_trainer, plan_schedule

    def make(config, *, train=None, validation=None, name="in-process") -> RecipeTrainer:
        torch.manual_seed(config.seed)
        run_dir = RunDir(tmp_path / name)
        events = EventLog(run_dir.events, "run-1", 1)
        parts = {"train": train or rows, "validation": validation or rows[:4]}
        counts = {part: count_tokens(tokenizer, parts[part]) for part in parts}
        schedule = plan_schedule(config, len(parts["train"]))
        material = Material(tokenizer, parts, counts, schedule, Identity.of(config, {}, read_versions()))
        attempt = Attempt(run_dir, config, events, Control(run_dir.control))
        wrapped = wrap_with_lora(copy.deepcopy(model), config.lora)
        trainer = build_trainer(attempt, material, wrapped, ReportCallback(events, len(parts["validation"])))
        trainer.material = material
        return trainer

    return make
