"""Stopping: asked for by signal or file, at any moment; the run says so and can go on."""

import json
import signal
import time

import pytest
from processes import phase_reached, step_reached
from test_training import RUN, assert_steps_follow, losses

import trainer.sft

LONG = RUN | {"sft__epochs": 10, "sft__grad_accum": 1, "sft__early_stopping__patience": 0}
"""24 rows in batches of 2: 120 steps, a look every 6."""


def ask(root, action: str) -> None:
    (root / "control.json").write_text(json.dumps({"action": action}))


def slow_down_load() -> None:
    """Runs in the trainer's process: a model that takes a minute to load."""

    def load(*_):
        time.sleep(60)

    trainer.sft.load_model = load


def slow_down_look() -> None:
    """Runs in the trainer's process: validation batches that take long, asking in between as always."""
    real = trainer.callbacks.ControlCallback.on_prediction_step

    def look(self, *arguments, **more):
        for _ in range(600):
            time.sleep(0.1)
            real(self, *arguments, **more)

    trainer.callbacks.ControlCallback.on_prediction_step = look


def slow_down_samples() -> None:
    """Runs in the trainer's process: the look is over, but the samples it writes take long."""
    real = trainer.callbacks.generate_greedy

    def generate(model, tokenizer, prompts, count, stop):
        for _ in range(600):
            time.sleep(0.1)
            stop()
        return real(model, tokenizer, prompts, count, stop)

    trainer.callbacks.generate_greedy = generate


@pytest.mark.parametrize("means", ["signal", "file"])
def test_stopped_in_mid_training_and_resumed(make_run_dir, start, means):
    root = make_run_dir(**LONG)
    process = start(root)
    process.wait_for(step_reached(8), "step 8")
    if means == "signal":
        process.send(signal.SIGTERM)
        process.send(signal.SIGTERM)
    else:
        ask(root, "cancel")
    code, data = process.finish()
    assert (code, data["status"], data["error"]["code"]) == (3, "cancelled", "cancelled")
    last = max(losses(process))
    assert data["resumable_from"] == f"checkpoint-{last}"
    assert not (root / "out" / "adapter").exists(), "nothing half-made is called an adapter"

    (root / "control.json").unlink(missing_ok=True)
    change_limits(root)
    second = start(root)
    second.wait_for(lambda events: any(e["attempt"] == 2 and e["type"] == "step" for e in events), "a step")
    assert min(losses(second, attempt=2)) == last + 1


def change_limits(root) -> None:
    """Limits are no part of what is learned, so they may change between attempts."""
    config = json.loads((root / "config.json").read_text())
    config["limits"]["max_wall_seconds"] = 61
    (root / "config.json").write_text(json.dumps(config))


def test_stopped_while_the_model_loads(make_run_dir, start):
    root = make_run_dir(**LONG)
    process = start(root, before=slow_down_load)
    process.wait_for(phase_reached("loading_model"), "the load")
    began = time.monotonic()
    ask(root, "cancel")
    code, data = process.finish()
    assert (code, data["status"], data["resumable_from"]) == (3, "cancelled", None)
    assert time.monotonic() - began < 30, "the load of a minute was not waited for"


@pytest.mark.parametrize("slow_down", [slow_down_look, slow_down_samples])
def test_stopped_in_mid_evaluation_and_nothing_is_missing(make_run_dir, start, slow_down):
    changes = RUN | {"eval__generate_samples": 1, "eval__max_new_tokens": 2}
    whole = start(make_run_dir("whole", **changes))
    whole.finish()

    root = make_run_dir("broken-off", **changes)
    process = start(root, before=slow_down)
    process.wait_for(step_reached(3), "the step of the first look")
    process.send(signal.SIGTERM)
    code, data = process.finish()
    assert (code, data["status"], data["resumable_from"]) == (3, "cancelled", "checkpoint-3")

    second = start(root)
    code, data = second.finish()
    assert (code, data["status"]) == (0, "succeeded")
    assert losses(second, attempt=1) | losses(second, attempt=2) == losses(whole)
    looks = {event["data"]["step"]: event["data"]["loss"] for event in second.of_type("eval") if event["attempt"] == 2}
    assert looks == {event["data"]["step"]: event["data"]["loss"] for event in whole.of_type("eval")}
    assert_steps_follow(second.events)


def test_asked_for_a_checkpoint_it_goes_on(make_run_dir, start):
    root = make_run_dir(**RUN)
    ask(root, "checkpoint")
    process = start(root)
    code, data = process.finish()
    assert (code, data["status"]) == (0, "succeeded")
    assert process.of_type("checkpoint")[0]["data"]["step"] in (1, 2)


def test_asked_before_it_starts(make_run_dir, start):
    root = make_run_dir(**RUN)
    ask(root, "cancel")
    code, data = start(root).finish()
    assert (code, data["status"]) == (3, "cancelled")


def spend_time() -> None:
    """Runs in the trainer's process: an hour has passed before the first step."""
    trainer.control.Control.limit_seconds = lambda self, _: setattr(self, "_deadline", self._started + 3)
    trainer.sft.load_tokenizer = _after_four_seconds(trainer.sft.load_tokenizer)


def _after_four_seconds(load):
    def wait(*arguments):
        time.sleep(4)
        return load(*arguments)

    return wait


def test_out_of_time(make_run_dir, start):
    code, data = start(make_run_dir(**RUN), before=spend_time).finish()
    assert (code, data["status"], data["error"]["code"]) == (7, "budget_exceeded", "budget")


def test_a_second_trainer_waits_and_gives_up(make_run_dir, start):
    root = make_run_dir(**LONG)
    first = start(root, before=slow_down_load)
    first.wait_for(phase_reached("loading_model"), "the load")
    second = start(root, before=shorten_wait)
    assert second.wait() == 1
    assert {event["attempt"] for event in first.events} == {1}


def shorten_wait() -> None:
    import trainer.run_dir

    trainer.run_dir.LOCK_WAIT_SECONDS = 0.5
