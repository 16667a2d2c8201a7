"""python -m trainer run|predict|runner"""

from __future__ import annotations

import argparse
import ctypes
import os
import signal
import sys
from pathlib import Path

from trainer.config import ConfigError, TrainConfig


def main() -> int:
    arguments = parse_arguments()
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    for name in ("HF_HUB_DISABLE_TELEMETRY", "HF_HUB_DISABLE_PROGRESS_BARS", "HF_DATASETS_DISABLE_PROGRESS_BARS"):
        os.environ.setdefault(name, "1")
    parent = os.getppid() if arguments.exit_with_parent else None
    if arguments.command == "runner":
        from trainer.runner.main import serve

        return serve(arguments.url, arguments.token, arguments.work_dir, arguments.name, parent)
    from trainer.session import Start, run_session

    load_work = load_training if arguments.command == "run" else lambda: load_prediction(arguments.model)
    if arguments.command == "run":
        start_on_several_gpus(arguments.run_dir)
    return run_session(Start(arguments.run_dir, arguments.run_id, arguments.attempt, parent), load_work)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="trainer", description="Fine-tune a model on a frozen dataset.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (("run", "train in a run folder"), ("predict", "answer the test split in a run folder")):
        command = commands.add_parser(name, help=words)
        command.add_argument("--run-dir", type=Path, required=True)
        command.add_argument("--run-id", help="named in the events; the folder's name if left out")
        command.add_argument("--attempt", type=int, help="one more than the last in the events if left out")
        command.add_argument("--exit-with-parent", action="store_true", help="end when the starting process ends")
        if name == "predict":
            command.add_argument("--model", choices=("base", "adapter"), action="append", required=True)
    runner = commands.add_parser("runner", help="pull work from a studio")
    runner.add_argument("--url", required=True, help="the studio's address")
    runner.add_argument("--token", default=os.environ.get("FOUNDRY_RUNNER_TOKEN"), help="or FOUNDRY_RUNNER_TOKEN")
    runner.add_argument("--work-dir", type=Path, default=Path("runner-work"))
    runner.add_argument("--name", default=os.uname().nodename)
    runner.add_argument("--exit-with-parent", action="store_true", help="end when the starting process ends")
    arguments = parser.parse_args()
    if arguments.command == "runner" and not arguments.token:
        parser.error("a runner needs --token or FOUNDRY_RUNNER_TOKEN")
    return arguments


def load_training():
    from trainer.sft import train

    return train


def load_prediction(models: list[str]):
    from trainer.predict import predict

    return lambda attempt: predict(attempt, models)


def start_on_several_gpus(run_dir: Path) -> None:
    """Become torchrun when the config wants several GPUs and this process is not one of its ranks."""
    try:
        gpus = TrainConfig.load(run_dir / "config.json").num_gpus
    except ConfigError:
        return  # The session reports it as an event.
    if gpus > 1 and "LOCAL_RANK" not in os.environ:
        end_with_parent()
        launch = ["-m", "torch.distributed.run", "--standalone", f"--nproc-per-node={gpus}", "-m", "trainer"]
        os.execv(sys.executable, [sys.executable, *launch, *sys.argv[1:]])


def end_with_parent() -> None:
    """Linux ends this process, also after it became torchrun, when the one that started it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
