"""Faults with a name: each ends the run with one terminal event, a code, a next step, and nothing half-made."""

import json
import time

import pytest
import torch
from conftest import write_rows
from processes import phase_reached
from small_corpus import make_rows
from test_training import RUN, assert_steps_follow

import trainer.events
import trainer.sft
from trainer.base_model import load_model


def assert_failed(process, code: str, exit_code: int) -> dict:
    exit_found, data = process.finish()
    assert (exit_found, data["status"], data["error"]["code"]) == (exit_code, "failed", code), data
    assert data["error"]["message"]
    assert data["error"]["hint"]
    assert not (process.root / "out" / "adapter").exists()
    assert not (process.root / "out" / "adapter.tar").exists()
    assert_steps_follow(process.events)
    return data


def load_a_broken_model() -> None:
    """Runs in the trainer's process: weights with a hole in them give a loss that is no number."""

    def load(config, tokenizer):
        model = load_model(config, tokenizer)
        with torch.no_grad():
            model.lm_head.weight[5, 5] = float("nan")
        return model

    trainer.sft.load_model = load


def test_a_loss_that_is_no_number_ends_the_run(make_run_dir, start):
    process = start(make_run_dir(**RUN), before=load_a_broken_model)
    assert_failed(process, "diverged", 6)
    step = process.of_type("step")[-1]["data"]
    assert step["loss"] is None
    assert "loss" in step["nonfinite"]
    assert process.of_type("checkpoint") == []


def ask_for_too_much_memory() -> None:
    trainer.sft.load_model = lambda *_: torch.empty(1 << 46)


def test_out_of_memory(make_run_dir, start):
    data = assert_failed(start(make_run_dir(**RUN), before=ask_for_too_much_memory), "out_of_memory", 5)
    assert "per_device_batch" in data["error"]["hint"]


def test_disk_full_at_a_checkpoint(make_run_dir, start):
    """A limit on file size is the full disk that needs no root; the optimizer's state is the first file too large."""
    root = make_run_dir(**RUN)
    whole = start(root)
    whole.finish()
    sizes = {path.name: path.stat().st_size for path in (root / "out" / "checkpoints" / "checkpoint-18").iterdir()}
    limit = sizes["optimizer.pt"] - 10_000
    assert sizes["adapter_model.safetensors"] < limit, "the folder must break in the middle"

    broken = make_run_dir("broken", **RUN)
    process = start(broken, file_limit=limit)
    data = assert_failed(process, "disk_full", 1)
    assert data["resumable_from"] is None
    assert list((broken / "out" / "checkpoints").iterdir()) == [], "no half checkpoint is left"
    assert process.of_type("checkpoint") == []

    code, data = start(broken).finish()
    assert (code, data["status"]) == (0, "succeeded"), "with space again it runs"


def test_disk_full_under_the_events_themselves(make_run_dir, start):
    """Even when the event file can no longer grow, the process ends and what is there stays readable."""
    root = make_run_dir(**RUN)
    process = start(root, file_limit=trainer.events.RESERVE_BYTES)
    process.wait()
    assert all(event["v"] == 1 for event in process.events)


@pytest.mark.parametrize(
    ("spoil", "code", "exit_code", "words"),
    [
        (lambda root: (root / "config.json").unlink(), "bad_config", 2, "config.json is missing"),
        (lambda root: (root / "config.json").write_text("{"), "bad_config", 2, "not JSON"),
        (lambda root: change(root, "dtype", "float16"), "bad_config", 2, "/dtype: must be one of"),
        (lambda root: change(root, "hardware", {"min_vram_gib": 72}), "hardware", 2, "72 GiB"),
        (lambda root: change(root, "max_length", 256) or lengthen(root), "bad_data", 4, "row-3"),
        (lambda root: (root / "data" / "train.jsonl").write_text(""), "bad_data", 4, "train split has no rows"),
        (lambda root: (root / "data" / "validation.jsonl").unlink(), "bad_data", 4, "validation split has no rows"),
        (lambda root: change(root, "resume", "checkpoint-7"), "bad_config", 2, "no usable checkpoint-7"),
    ],
    ids=[
        "no config",
        "broken config",
        "half precision",
        "no GPU",
        "long row",
        "empty",
        "no validation",
        "no checkpoint",
    ],
)
def test_what_cannot_run_is_refused_before_training(make_run_dir, start, spoil, code, exit_code, words):
    root = make_run_dir(**RUN)
    spoil(root)
    process = start(root)
    data = assert_failed(process, code, exit_code)
    assert words in data["error"]["message"]
    assert process.of_type("step") == []


def change(root, name: str, value) -> None:
    config = json.loads((root / "config.json").read_text())
    config[name] = value
    (root / "config.json").write_text(json.dumps(config))


def lengthen(root) -> None:
    rows = make_rows(24)
    rows[3]["prompt"][1]["content"] *= 30
    write_rows(root / "data" / "train.jsonl", rows)


def test_long_rows_dropped_are_named(make_run_dir, start):
    root = make_run_dir(**RUN | {"max_length": 256, "overflow": "drop_and_report"})
    lengthen(root)
    process = start(root)
    code, _ = process.finish()
    assert code == 0
    assert process.of_type("data.report")[0]["data"]["n_train"] == 23
    dropped = process.of_type("data.dropped")[0]["data"]["dropped"]
    assert [each["id"] for each in dropped] == ["row-3"]


def block_the_loader() -> None:
    trainer.events.HEARTBEAT_SECONDS = 0.2
    trainer.events.Heartbeat.__init__.__defaults__ = (0.2,)
    trainer.sft.load_model = lambda *_: time.sleep(60)


def test_it_is_heard_while_a_load_blocks(make_run_dir, start):
    process = start(make_run_dir(**RUN), before=block_the_loader)
    process.wait_for(phase_reached("loading_model"), "the load")
    process.wait_for(
        lambda events: sum(e["type"] == "heartbeat" and e["data"]["phase"] == "loading_model" for e in events) >= 3,
        "three heartbeats",
    )
    beat = process.of_type("heartbeat")[-1]["data"]
    assert beat["rss_gib"] > 0
    assert beat["vram_gib"] is None
