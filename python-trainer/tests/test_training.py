"""A run as a whole: when it looks, what it exports, and that a break leaves no trace in the numbers."""

import json
import signal

import naive
import pytest
import torch
from conftest import CONTRACT, write_rows
from processes import step_reached
from safetensors.torch import load_file
from small_corpus import make_rows

from trainer.config import parse_config
from trainer.failures import TrainerError
from trainer.files import sha256_file
from trainer.sft import plan_schedule

RUN = {
    "sft__epochs": 3,
    "sft__per_device_batch": 2,
    "sft__grad_accum": 2,
    "lora__r_attention": 8,
    "eval__evals_per_epoch": 2,
    "max_length": 1024,
}
"""24 rows, 6 steps an epoch, 18 steps, an evaluation every 3."""


WORSE_BEST = 6
"""Where the run that gets worse is best: at its second look."""


def losses(process, attempt=None) -> dict[int, float]:
    steps = [event for event in process.of_type("step") if attempt in (None, event["attempt"])]
    return {event["data"]["step"]: event["data"]["loss"] for event in steps}


def adapter(root):
    return load_file(root / "out" / "adapter" / "adapter_model.safetensors")


@pytest.fixture(scope="module")
def finished():
    """An uninterrupted run that the others are compared with."""
    return {}


@pytest.fixture
def reference(finished, make_run_dir, start):
    if not finished:
        process = start(make_run_dir("reference", **RUN))
        code, data = process.finish()
        assert (code, data["status"]) == (0, "succeeded"), data
        finished.update(process=process, losses=losses(process), adapter=adapter(process.root), data=data)
    return finished


@pytest.mark.parametrize("preset", ["smoke", "30b-bf16"])
@pytest.mark.parametrize("row_count", [17, 24, 240, 338, 3000])
@pytest.mark.parametrize("per_epoch", [1, 2, 20])
def test_every_run_looks_three_times_or_more(preset, row_count, per_epoch):
    raw = json.loads((CONTRACT / "presets.json").read_text())[preset]
    raw["eval"]["evals_per_epoch"] = per_epoch
    schedule = plan_schedule(parse_config(raw), row_count)
    assert schedule.total_steps // schedule.eval_every >= 3


def test_naive_cadence_looks_never():
    raw = json.loads((CONTRACT / "presets.json").read_text())["30b-bf16"]
    assert naive.evaluate_every_50_steps(plan_schedule(parse_config(raw), 90).total_steps) == 0


def test_too_few_rows_for_three_steps_is_an_error(make_config):
    with pytest.raises(TrainerError, match="only 2 steps") as caught:
        plan_schedule(make_config(sft__epochs=2, sft__per_device_batch=64), 10)
    assert caught.value.code == "bad_config"


def test_a_run_reports_and_exports_its_best_point(reference):
    process, root = reference["process"], reference["process"].root
    evaluations = {event["data"]["step"]: event["data"]["loss"] for event in process.of_type("eval")}
    assert list(evaluations) == [3, 6, 9, 12, 15, 18]
    assert list(reference["losses"]) == list(range(1, 19))
    best = min(evaluations, key=evaluations.get)
    assert reference["data"]["best_step"] == best
    assert_exports(root, best)
    artifact = next(event["data"] for event in process.of_type("artifact") if event["data"]["kind"] == "adapter_peft")
    assert artifact["sha256"] == sha256_file(root / artifact["path"])
    report = json.loads((root / "out" / "report.json").read_text())
    assert report["best_step"] == best
    assert {"kind": "adapter_peft", **report["adapter"]} == artifact


def test_checkpoints_are_saved_where_it_looks_and_pruned(reference):
    process = reference["process"]
    assert [event["data"]["step"] for event in process.of_type("checkpoint")] == [3, 6, 9, 12, 15, 18]
    left = {path.name for path in (process.root / "out" / "checkpoints").glob("*checkpoint-*")}
    assert left == {"checkpoint-15", "checkpoint-18", f"checkpoint-{reference['data']['best_step']}"}


def test_the_same_seed_gives_the_same_run(reference, make_run_dir, start):
    process = start(make_run_dir("again", **RUN))
    process.finish()
    assert losses(process) == reference["losses"]
    assert sha256_file(process.root / "out" / "adapter.tar") != ""
    assert all(torch.equal(each, reference["adapter"][name]) for name, each in adapter(process.root).items())


def test_another_data_seed_gives_another_order(reference, make_run_dir, start):
    process = start(make_run_dir("shuffled", **RUN, data_seed=7))
    process.finish()
    assert losses(process)[1] != reference["losses"][1]


def test_a_killed_run_goes_on_as_if_nothing_had_been(reference, make_run_dir, start):
    root = make_run_dir("killed", **RUN)
    first = start(root)
    first.wait_for(step_reached(8), "step 8")
    first.send(signal.SIGKILL)
    first.wait()
    assert first.of_type("run.finished") == []

    second = start(root)
    code, data = second.finish()
    assert (code, data["status"]) == (0, "succeeded")
    resumed = losses(second, attempt=2)
    assert list(resumed) == list(range(min(resumed), 19)), "no gap"
    assert min(resumed) > 3, "it must not start again"
    together = losses(second, attempt=1) | resumed
    assert together == reference["losses"]
    assert data["best_metric"] == reference["data"]["best_metric"]
    assert all(torch.equal(each, reference["adapter"][name]) for name, each in adapter(root).items())
    assert_steps_follow(second.events)


def test_naive_resume_of_weights_alone_differs(reference, make_run_dir, start):
    """Without the optimizer the curve bends; the manifest turns such a folder down and an older one is used."""
    root = make_run_dir("stripped", **RUN)
    first = start(root)
    first.wait_for(lambda events: any(saved_at(event, 6) for event in events), "step 6")
    first.send(signal.SIGKILL)
    first.wait()
    newest = max((root / "out" / "checkpoints").glob("checkpoint-*"), key=lambda path: int(path.name.split("-")[1]))
    (newest / "optimizer.pt").unlink()
    second = start(root)
    second.finish()
    warning = second.of_type("warning")[0]["data"]
    assert warning["code"] == "checkpoint_damaged"
    assert "optimizer.pt is missing" in warning["message"]
    assert losses(second, attempt=1) | losses(second, attempt=2) == reference["losses"]


def test_changed_settings_are_not_continued(start, reference):
    root = reference["process"].root
    config = json.loads((root / "config.json").read_text())
    config["sft"]["learning_rate"] = 1e-4
    (root / "config.json").write_text(json.dumps(config))
    code, data = start(root).finish()
    assert (code, data["error"]["code"]) == (2, "bad_config")
    assert "the settings changed" in data["error"]["message"]


@pytest.mark.parametrize("is_killed", [False, True], ids=["at once", "killed and resumed"])
def test_a_run_that_gets_worse_stops_and_exports_its_best_point(make_run_dir, start, is_killed):
    """The validation rows are of signs that training makes ever less likely; disappointments survive a break."""
    root = make_run_dir("worse", **RUN | {"sft__early_stopping__patience": 2, "sft__warmup": 0.0})
    rows = make_rows(36)[24:30]
    for number, row in enumerate(rows):
        row["completion"][0]["content"] = json.dumps({"#" * 20: "~^|\\" * 20 + str(number)})
    write_rows(root / "data" / "validation.jsonl", rows)
    if is_killed:
        first = start(root)
        first.wait_for(lambda events: any(saved_at(event, WORSE_BEST + 3) for event in events), "a disappointment")
        first.send(signal.SIGKILL)
        first.wait()
    process = start(root)
    code, data = process.finish()
    assert (code, data["status"]) == (0, "succeeded")
    looks = {event["data"]["step"]: event["data"]["loss"] for event in process.of_type("eval")}
    best = min(looks, key=looks.get)
    assert best == WORSE_BEST, looks
    assert max(looks) == best + 6, f"two looks after the best it stops: {looks}"
    assert data["best_step"] == best
    assert_exports(root, best)


def saved_at(event: dict, step: int) -> bool:
    return event["type"] == "checkpoint" and event["data"]["step"] == step


def assert_exports(root, best: int) -> None:
    exported = adapter(root)
    for checkpoint in (root / "out" / "checkpoints").glob("checkpoint-*"):
        saved = load_file(checkpoint / "adapter_model.safetensors")
        assert exported.keys() == saved.keys()
        is_same = all(torch.equal(exported[name], saved[name]) for name in saved)
        assert is_same == (checkpoint.name == f"checkpoint-{best}"), checkpoint.name


def assert_steps_follow(events: list[dict]) -> None:
    """Numbers without a gap in each attempt."""
    for attempt in {event["attempt"] for event in events}:
        numbers = [event["seq"] for event in events if event["attempt"] == attempt]
        assert numbers == list(range(1, len(numbers) + 1))
