"""Two processes, half a batch each, make the same run as one."""

import json
import subprocess
import sys

import pytest
from processes import TrainerProcess
from test_training import RUN, losses


def test_two_processes_equal_one(make_run_dir, start):
    alone = start(make_run_dir("one", **RUN | {"sft__per_device_batch": 4, "sft__grad_accum": 1}))
    assert alone.wait() == 0
    root = make_run_dir("two", **RUN | {"sft__per_device_batch": 2, "sft__grad_accum": 1, "num_gpus": 2})
    subprocess.run([sys.executable, "-m", "trainer", "run", "--run-dir", str(root)], check=True, capture_output=True)
    together = TrainerProcess.read(root)
    assert [event["type"] for event in together].count("run.finished") == 1
    assert together[-1]["data"]["status"] == "succeeded"
    assert together[0]["seq"] == 1
    assert len({event["seq"] for event in together}) == len(together)
    found = {event["data"]["step"]: event["data"]["loss"] for event in together if event["type"] == "step"}
    assert found == pytest.approx(losses(alone), abs=1e-5)
    assert json.loads((root / "out" / "report.json").read_text())["best_step"] == alone.events[-1]["data"]["best_step"]
