"""The runner against a real server that misbehaves: everything is delivered once, and nobody else's run is touched."""

import json
import os
import time
from pathlib import Path

import pytest
from processes import RunnerProcess, use_stand_in_trainer
from studio import Fault, Studio, sha256

from trainer.events import read_events
from trainer.runner.work import Work

DEADLINE_SECONDS = 180.0
STEPS = 40


@pytest.fixture
def studio():
    studio = Studio()
    yield studio
    studio.close()


@pytest.fixture
def start_runner(studio, tmp_path):
    running = []

    def start(before=use_stand_in_trainer, token=None, name="work") -> RunnerProcess:
        runner = RunnerProcess(studio.url, token or studio.token, tmp_path / name, before)
        running.append(runner)
        return runner

    yield start
    for runner in running:
        runner.end()


def wait_until(is_so, what: str) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, f"not within {DEADLINE_SECONDS} s: {what}"
        time.sleep(0.02)


def steps_of(run) -> list[int]:
    return [event["data"]["step"] for event in run.all_events() if event["type"] == "step"]


def finished(run):
    return lambda: run.status is not None and run.status != "lost"


def assert_delivered_once(run) -> None:
    for events in run.events.values():
        assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert steps_of(run) == list(range(1, STEPS + 1))
    assert run.artifacts["adapter_peft"] == b"adapter" * 1000
    assert run.finishes[-1]["report"] == {"steps": STEPS}


def test_a_run_from_the_first_event_to_the_artifacts(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    start_runner()
    wait_until(finished(run), "the end")
    assert run.status == "succeeded"
    assert_delivered_once(run)
    assert b"started" in run.artifacts["log"]
    registration = studio.registrations[0]
    assert registration["hardware"].keys() == {"platform", "python", "torch", "gpu", "cpu_count", "memory_gib"}


@pytest.mark.parametrize("kind", ["500", "reset", "reset after", "garbled"])
@pytest.mark.parametrize("path", ["register", "work", "events", "files", "heartbeat", "artifacts", "finish"])
def test_faults_on_the_way(studio, start_runner, make_run_dir, path, kind):
    if (path, kind) == ("work", "reset after") or (path, kind) == ("work", "garbled"):
        studio.lease_seconds = 0.5  # The answer was the lease: it runs out, and the run is handed out again.
    run = studio.add("run-1", make_run_dir(data_seed=5))
    studio.faults.append(Fault(path, kind, times=2))
    start_runner()
    wait_until(finished(run), "the end")
    assert run.status == "succeeded"
    assert steps_of(run) == list(range(1, STEPS + 1))
    if (path, kind) == ("events", "reset after"):
        assert run.duplicates > 0, "sent twice, stored once"


def test_the_studio_restarts_in_mid_run(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    start_runner()
    wait_until(lambda: len(steps_of(run)) > 5, "some steps")
    studio.close()
    time.sleep(2)  # Longer than the rest of the run.
    studio.reopen()
    wait_until(finished(run), "the end")
    assert run.status == "succeeded"
    assert_delivered_once(run)


def test_a_studio_that_lost_events_gets_them_again(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    start_runner()
    wait_until(lambda: len(steps_of(run)) > 10, "some steps")
    with studio.lock:
        del run.events[1][4:]
    wait_until(finished(run), "the end")
    assert_delivered_once(run)


def test_cancel_reaches_the_trainer(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    start_runner()
    wait_until(lambda: len(steps_of(run)) > 5, "some steps")
    run.is_cancelled = True
    wait_until(finished(run), "the end")
    assert run.status == "cancelled"
    assert run.finishes[-1]["error"]["code"] == "cancelled"
    assert len(steps_of(run)) < STEPS
    assert "adapter_peft" not in run.artifacts


def hurry() -> None:
    use_stand_in_trainer()
    from trainer.runner import supervise

    supervise.TERM_AFTER_SECONDS, supervise.KILL_AFTER_SECONDS = 0.1, 0.2


def test_a_deaf_trainer_is_ended_by_force(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir(seed=13))
    start_runner(hurry)
    wait_until(lambda: len(steps_of(run)) > 2, "some steps")
    run.is_cancelled = True
    wait_until(finished(run), "the end")
    assert run.status == "cancelled"
    assert len(steps_of(run)) < STEPS


@pytest.mark.parametrize(("seed", "steps"), [(42, 5), (14, 8)], ids=["talking", "silent"])
def test_a_lost_lease_ends_the_trainer_and_nothing_more_is_sent(studio, start_runner, make_run_dir, seed, steps):
    run = studio.add("run-1", make_run_dir(seed=seed))
    start_runner(name="first")
    wait_until(lambda: len(steps_of(run)) >= steps, "some steps")
    with studio.lock:
        run.attempt = 2
        run.lease_expires = time.monotonic() + 3600
        before = len(run.events[1])
    wait_until(lambda: ("POST", "/api/runner/work") in studio.requests[-4:], "asking for other work")
    assert len(run.events[1]) == before
    assert run.finishes == []
    assert run.artifacts == {}


def test_a_killed_runner_comes_back(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    first = start_runner()
    wait_until(lambda: len(steps_of(run)) > 5, "some steps")
    first.kill()
    start_runner()
    wait_until(finished(run), "the end")
    assert [finish["status"] for finish in run.finishes] == ["lost", "succeeded"]
    assert sorted(run.events) == [1, 2]
    second = [event["data"]["step"] for event in run.events[2] if event["type"] == "step"]
    assert second[0] > 1, "it goes on, it does not start again"
    assert set(steps_of(run)) == set(range(1, STEPS + 1))


def forget_deliveries(path: Path, last_seq: int) -> None:
    """As if the runner had been killed before it could send what came after."""
    standing = json.loads(path.read_text())
    path.write_text(json.dumps({**standing, "last_seq": last_seq}))


def test_a_killed_runner_whose_lease_went_to_another(studio, start_runner, make_run_dir, tmp_path):
    """What the studio never heard of is done again: a checkpoint behind it would leave a gap in the curve."""
    run = studio.add("run-1", make_run_dir())
    first = start_runner()
    wait_until(lambda: len(steps_of(run)) > 5, "some steps")
    first.kill()
    with studio.lock:
        run.attempt, run.lease_expires = 2, time.monotonic() + 0.5
        del run.events[1][4:]
    forget_deliveries(tmp_path / "work" / "runs" / "run-1" / "runner.json", 4)
    start_runner()
    wait_until(finished(run), "the end")
    assert [finish["attempt"] for finish in run.finishes] == [3]
    assert set(steps_of(run)) == set(range(1, STEPS + 1))


def test_a_runner_that_is_stopped_gives_the_run_back(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    runner = start_runner()
    wait_until(lambda: len(steps_of(run)) > 5, "some steps")
    runner.terminate()
    assert runner.wait() == 0
    assert run.status == "lost"
    assert run.finishes[-1]["error"]["message"] == "The runner was shut down."


def test_stopped_while_the_studio_is_away_it_still_saves(studio, start_runner, make_run_dir, tmp_path):
    """What happens when both are stopped together: the trainer must not be killed for it."""
    run = studio.add("run-1", make_run_dir(data_seed=200))
    runner = start_runner()
    wait_until(lambda: len(steps_of(run)) > 3, "some steps")
    studio.close()
    time.sleep(0.5)
    runner.terminate()
    assert runner.wait() == 0
    last = read_events(tmp_path / "work" / "runs" / "run-1" / "out" / "events.jsonl")[-1]
    assert (last["type"], last["data"]["status"]) == ("run.finished", "cancelled")
    studio.reopen()
    start_runner()
    wait_until(lambda: run.status is not None, "what was left")
    assert run.status == "lost"


def test_a_run_that_ended_while_the_studio_was_away_is_delivered(studio, start_runner, make_run_dir, tmp_path):
    run = studio.add("run-1", make_run_dir())
    runner = start_runner()
    wait_until(lambda: len(steps_of(run)) > 3, "some steps")
    studio.close()
    events = tmp_path / "work" / "runs" / "run-1" / "out" / "events.jsonl"
    wait_until(lambda: read_events(events)[-1]["type"] == "run.finished", "the trainer's end")
    runner.kill()
    studio.reopen()
    start_runner()
    wait_until(finished(run), "the end")
    assert [finish["status"] for finish in run.finishes] == ["succeeded"]
    assert_delivered_once(run)


def test_a_trainer_that_dies_without_a_word_is_handed_out_again(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir(seed=666))
    start_runner()
    wait_until(finished(run), "the end")
    assert [finish["status"] for finish in run.finishes] == ["lost", "succeeded"]
    assert "without a last word" in run.finishes[0]["error"]["message"]


def test_a_dataset_that_changes_on_the_way_is_refused(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    studio.faults.append(Fault("files/.*/train", "garbled", times=3))
    start_runner()
    wait_until(finished(run), "the end")
    assert run.status == "failed"
    assert run.finishes[-1]["error"]["code"] == "bad_data"
    assert run.all_events() == [], "nothing was trained on it"


def test_an_upload_that_arrives_changed_is_sent_again(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    studio.faults.append(Fault("adapter_peft", "changed", times=2))
    start_runner()
    wait_until(finished(run), "the end")
    assert run.status == "succeeded"
    assert_delivered_once(run)


def test_a_revoked_token_ends_trainer_and_runner(studio, start_runner, make_run_dir):
    run = studio.add("run-1", make_run_dir())
    runner = start_runner()
    wait_until(lambda: len(steps_of(run)) > 5, "some steps")
    studio.token = "another"
    assert runner.wait() == 1
    assert len(steps_of(run)) < STEPS
    assert start_runner(token="wrong", name="other").wait() == 1


@pytest.mark.parametrize(
    "change",
    [{"runId": "../../etc"}, {"runId": ""}, {"kind": "shell"}, {"files": [{"name": "../x"}]}, {"models": ["--help"]}],
)
def test_names_that_could_lead_astray_are_refused(studio, make_run_dir, change):
    studio.add("run-1", make_run_dir())
    raw = studio.hand_out()
    assert Work.parse(raw).run_id == "run-1"
    with pytest.raises(ValueError, match="unknown"):
        Work.parse({**raw, **change})


def keep_real_trainer() -> None:
    """Runs in the runner's process: the real trainer, looked at often."""


def test_the_real_trainer_killed_with_its_runner_then_evaluated(studio, start_runner, make_run_dir):
    """The whole chain in real processes: train, SIGKILL, resume elsewhere, adapter, predictions by both models."""
    changes = {"sft__epochs": 5, "sft__per_device_batch": 2, "sft__grad_accum": 2, "lora__r_attention": 8}
    root = make_run_dir(**changes)
    run = studio.add("run-1", root)
    first = start_runner(keep_real_trainer)
    wait_until(lambda: any(step >= 7 for step in steps_of(run)), "step 7")
    first.kill()
    start_runner(keep_real_trainer)
    wait_until(finished(run), "the end")
    assert [finish["status"] for finish in run.finishes] == ["lost", "succeeded"]
    losses = {}
    for event in run.all_events():
        if event["type"] == "step":
            step, loss = event["data"]["step"], event["data"]["loss"]
            assert losses.setdefault(step, loss) == loss, "a resumed step has the same loss"
    assert sorted(losses) == list(range(1, 31))
    announced = next(each["data"] for each in run.all_events() if each["type"] == "artifact")
    assert sha256(run.artifacts["adapter_peft"]) == announced["sha256"]

    evaluation = studio.add(
        "evaluation-1", root, "evaluate", ["base", "adapter"], {"adapter.tar": run.artifacts["adapter_peft"]}
    )
    wait_until(finished(evaluation), "the predictions")
    assert evaluation.status == "succeeded", evaluation.finishes
    lines = [json.loads(line) for line in evaluation.artifacts["predictions"].splitlines()]
    assert sorted((line["model"], line["id"]) for line in lines) == sorted(
        (model, f"row-{index}") for model in ("base", "adapter") for index in range(30, 36)
    )
    assert any(event["data"].get("progress") == 1 for event in evaluation.all_events())


def test_no_process_is_left(studio, start_runner, make_run_dir, tmp_path):
    run = studio.add("run-1", make_run_dir(seed=13))
    runner = start_runner()
    wait_until(lambda: len(steps_of(run)) > 5, "some steps")
    children = Path(f"/proc/{runner.pid}/task/{runner.pid}/children").read_text().split()
    assert children
    runner.kill()
    wait_until(lambda: not any(_is_alive(int(child)) for child in children), "the trainer's end")
    kinds = [event["type"] for event in read_events(tmp_path / "work" / "runs" / "run-1" / "out" / "events.jsonl")]
    assert "run.finished" not in kinds, "it did not just come to its own end"


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "zombie" not in Path(f"/proc/{pid}/status").read_text()
