"""Stands in for the trainer where only the runner is tested: same files, same events, no torch.

It makes 40 steps of data_seed milliseconds. Seed 13 is deaf to requests to stop, seed 14
falls silent after step 8, and seed 666 dies at step 20.
"""

import argparse
import fcntl
import json
import os
import signal
import sys
import time
from pathlib import Path

STEPS = 40

parser = argparse.ArgumentParser()
parser.add_argument("command")
parser.add_argument("--run-dir", type=Path)
parser.add_argument("--run-id")
parser.add_argument("--attempt", type=int)
parser.add_argument("--exit-with-parent", action="store_true")
arguments = parser.parse_args()
out = arguments.run_dir / "out"
config = json.loads((arguments.run_dir / "config.json").read_text())
parent = os.getppid()
signal.signal(signal.SIGTERM, signal.SIG_IGN)  # Like the real one, it ends in its own time.
seq = 0


def emit(kind: str, **data) -> None:
    global seq  # noqa: PLW0603
    seq += 1
    envelope = {"v": 1, "seq": seq, "ts": "t", "run_id": arguments.run_id, "attempt": arguments.attempt}
    with open(out / "events.jsonl", "a") as file:
        file.write(json.dumps({**envelope, "type": kind, "data": data}) + "\n")


lock = open(arguments.run_dir / ".lock", "w")  # noqa: SIM115 - held until the process ends
fcntl.flock(lock, fcntl.LOCK_EX)
checkpoints = out / "checkpoints"
step = max((int(path.name.split("-")[1]) for path in checkpoints.glob("checkpoint-*")), default=0)
print("started", flush=True)
emit("run.started")
while step < STEPS:
    if arguments.exit_with_parent and os.getppid() != parent:
        os._exit(1)
    if (arguments.run_dir / "control.json").exists() and config["seed"] != 13:
        emit("run.finished", status="cancelled", error={"code": "cancelled", "message": "m", "hint": "h"})
        sys.exit(3)
    if config["seed"] == 666 and step == 20 and arguments.attempt == 1:
        os.kill(os.getpid(), 9)
    time.sleep(600 if config["seed"] == 14 and step == 8 else config["data_seed"] / 1000)
    step += 1
    (checkpoints / f"checkpoint-{step}").mkdir(parents=True, exist_ok=True)
    emit("step", step=step, loss=1 / step)
(out / "adapter.tar").write_bytes(b"adapter" * 1000)
(out / "report.json").write_text(json.dumps({"steps": step}))
emit("run.finished", status="succeeded")
