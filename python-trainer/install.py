"""Makes the trainer's Python environment. Needs nothing but Python; may be run again at any time.

    python3 install.py [--venv DIR] [--extra cpu|gpu] [--with-tests]

Prints one JSON line for each happening: {"step", "of", "message"}. Exit 0 means that the environment is ready. Exit 1
comes with a last line {"error"} that says what failed and which command mends it.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYPROJECT = HERE / "pyproject.toml"
STAMP = "foundry-stamp.json"
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
STEPS = 4
PROBE = "import torch, transformers, trl, peft, accelerate, datasets"


class InstallError(Exception):
    pass


def main() -> int:
    arguments = parse_arguments()
    again = f"python3 {Path(__file__).name} {' '.join(sys.argv[1:])}".strip()
    try:
        if sys.version_info < (3, 10):  # noqa: UP036 - whatever Python is there runs this file
            raise InstallError(f"Python 3.10 or newer is needed, this is {sys.version.split()[0]}.")
        with one_at_a_time(arguments.venv):
            if is_ready(arguments):
                tell(STEPS, "Ready: nothing to do.")
            else:
                install(arguments)
        return 0
    except (InstallError, OSError, subprocess.SubprocessError) as error:
        print(json.dumps({"error": f"{error} To try again: cd {HERE} && {again}"}), flush=True)
        return 1


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the trainer's Python environment.")
    parser.add_argument("--venv", type=Path, default=HERE / ".venv")
    parser.add_argument("--extra", choices=("cpu", "gpu"), default="cpu", help="which torch")
    parser.add_argument("--with-tests", action="store_true", help="pytest and ruff too")
    return parser.parse_args()


def install(arguments: argparse.Namespace) -> None:
    venv = arguments.venv
    (venv / STAMP).unlink(missing_ok=True)
    tell(1, "Making the environment.")
    if not is_usable(venv):
        shutil.rmtree(venv, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(venv)], "The environment could not be made (Debian: python3-venv).")
    # torch first: pip would otherwise take the CUDA build, ten times as large, for the others' sake.
    install_torch(venv, arguments.extra)
    wanted = read_requirements("dependencies")
    if arguments.extra == "gpu":
        wanted += [each for each in read_requirements("gpu") if not each.startswith("torch")]
    if arguments.with_tests:
        wanted += read_requirements("dev")
    pip(venv, 3, wanted)
    tell(4, "Trying the environment.")
    run([str(python_of(venv)), "-c", PROBE], "The packages are there but do not load.")
    write_path_file(venv)
    (venv / STAMP).write_text(json.dumps(describe(arguments)))
    tell(STEPS, "Ready.")


def install_torch(venv: Path, extra: str) -> None:
    """The CPU build where there is one of its own; on macOS, and for the GPU, it is the plain package."""
    (plain,) = read_requirements(extra)[:1]
    ways = [[plain]]
    if extra == "cpu" and sys.platform == "linux":
        ways = [[f"{plain}+cpu"], [f"{plain}+cpu", "--extra-index-url", CPU_INDEX], [plain]]
    for number, way in enumerate(ways, start=1):
        try:
            pip(venv, 2, way)
            return
        except InstallError:
            if number == len(ways):
                raise


def pip(venv: Path, step: int, wanted: list[str]) -> None:
    """Install, telling what is being fetched; the whole output is kept in install.log."""
    command = [str(python_of(venv)), "-m", "pip", "install", "--retries", "2", "--no-input", *wanted]
    lines: list[str] = []
    with open(venv / "install.log", "a", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in process.stdout:
            log.write(line)
            lines.append(line.strip())
            if re.match(r"(Collecting|Installing collected) ", line):
                tell(step, line.split(" (")[0].strip()[:120])
    if process.wait() != 0:
        fault = next((line for line in reversed(lines) if line.startswith("ERROR")), "pip failed.")
        fault = fault[:300].rstrip(".")
        raise InstallError(f"{fault}. The whole output is in {venv / 'install.log'}.")


def read_requirements(name: str) -> list[str]:
    """A list of pyproject.toml. Python 3.10 has no reader for it."""
    found = re.search(rf"^{name} = \[(.*?)\]", PYPROJECT.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return re.findall(r'"([^"]+)"', found.group(1))


def write_path_file(venv: Path) -> None:
    """Lets the environment find the package `trainer` here, without building it."""
    (folder,) = list(venv.glob("lib/python3*/site-packages")) or [venv / "Lib" / "site-packages"]
    (folder / "foundry-trainer.pth").write_text(f"{HERE}\n")


def is_ready(arguments: argparse.Namespace) -> bool:
    try:
        found = json.loads((arguments.venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    wanted = describe(arguments)
    had_tests, wants_tests = found.pop("with_tests", False), wanted.pop("with_tests")
    return found == wanted and (had_tests or not wants_tests) and python_of(arguments.venv).exists()


def describe(arguments: argparse.Namespace) -> dict:
    content = PYPROJECT.read_bytes() + Path(__file__).read_bytes()
    return {
        "sha256": hashlib.sha256(content).hexdigest(),
        "extra": arguments.extra,
        "here": str(HERE),
        "with_tests": arguments.with_tests,
    }


def is_usable(venv: Path) -> bool:
    """A folder copied from elsewhere, or of a Python that is gone, does not run."""
    python = python_of(venv)
    if not python.exists():
        return False
    return subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def python_of(venv: Path) -> Path:
    return venv / "bin" / "python"


@contextlib.contextmanager
def one_at_a_time(venv: Path):
    """A second installation waits for the first."""
    import fcntl

    venv.parent.mkdir(parents=True, exist_ok=True)
    with open(venv.parent / f"{venv.name}.lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run(command: list[str], words: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise InstallError(f"{words} {(done.stderr or done.stdout).strip()[-300:]}")


def tell(step: int, message: str) -> None:
    print(json.dumps({"step": step, "of": STEPS, "message": message}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
