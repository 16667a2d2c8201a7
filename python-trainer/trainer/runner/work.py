"""A piece of work and the run folder it is done in."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path

from trainer.checkpoints import list_checkpoints
from trainer.failures import TrainerError
from trainer.files import partial_name, sha256_file, unpack_folders, write_json, write_whole
from trainer.run_dir import RunDir
from trainer.runner.client import StudioClient

DOWNLOADS = 3
STATE = "runner.json"
FILES = {"train.jsonl", "validation.jsonl", "test.jsonl", "adapter.tar"}
MODELS = {"base", "adapter"}


@dataclass(frozen=True, slots=True)
class Work:
    kind: str
    run_id: str
    attempt: int
    lease_token: str
    config: str
    config_sha256: str
    files: list[dict]
    models: list[str] = field(default_factory=list)
    resume_from: dict | None = None

    @classmethod
    def parse(cls, raw: dict) -> Work:
        """Checked work. Names become paths here, so only known ones pass. Raises ValueError or KeyError."""
        work = cls(
            raw["kind"],
            raw["runId"],
            raw["attempt"],
            raw["leaseToken"],
            raw["config"],
            raw["configSha256"],
            raw["files"],
            raw.get("models") or [],
            raw.get("resumeFrom"),
        )
        if work.kind not in ("train", "evaluate") or not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", work.run_id):
            raise ValueError(f"unknown work {work.kind!r} for run {work.run_id!r}")
        if not {file["name"] for file in work.files} <= FILES or not set(work.models) <= MODELS:
            raise ValueError("unknown file or model name")
        if work.kind == "evaluate" and not work.models:
            raise ValueError("an evaluation names at least one model")
        return work

    def address(self, what: str) -> str:
        return f"/api/runner/runs/{self.run_id}/{what}"

    @property
    def lease(self) -> dict:
        return {"leaseToken": self.lease_token, "attempt": self.attempt}


@dataclass(slots=True)
class Standing:
    """What the runner must remember of a run when it is killed: the lease, and how far the events are delivered."""

    work: Work
    path: Path
    last_seq: int = 0
    is_finished: bool = False

    def save(self) -> None:
        # The config is in the folder already, and the files are checked again before each attempt.
        write_json(self.path, {"work": asdict(self.work), "last_seq": self.last_seq, "is_finished": self.is_finished})

    @classmethod
    def load(cls, path: Path) -> Standing | None:
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            return cls(Work(**raw["work"]), path, raw["last_seq"], raw["is_finished"])
        except (OSError, ValueError, KeyError, TypeError):
            return None


def prepare_folder(client: StudioClient, work: Work, root: Path) -> RunDir:
    """Bring the config and the files, each checked by its hash. What is there and right is not fetched again."""
    run_dir = RunDir(root)
    run_dir.data.mkdir(parents=True, exist_ok=True)
    run_dir.out.mkdir(exist_ok=True)
    run_dir.control.unlink(missing_ok=True)
    content = work.config.encode()
    if hashlib.sha256(content).hexdigest() != work.config_sha256:
        raise TrainerError("bad_config", "The config does not have the hash it was sent with.", "Start the run again.")
    write_whole(run_dir.config, content)
    wanted = {file["name"] for file in work.files}
    for path in run_dir.data.glob("*"):
        if path.name not in wanted:
            path.unlink()
    for file in work.files:
        is_adapter = file["name"] == "adapter.tar"
        target = run_dir.adapter_archive if is_adapter else run_dir.data / file["name"]
        if fetch(client, file, target) and is_adapter:
            shutil.rmtree(run_dir.adapter, ignore_errors=True)
    if work.resume_from and not list_checkpoints(run_dir.checkpoints):
        archive = run_dir.root / "resume.tar"
        fetch(client, {"name": "checkpoint.tar", **work.resume_from}, archive)
        unpack_folders(archive, run_dir.checkpoints)
        archive.unlink()
    return run_dir


def fetch(client: StudioClient, file: dict, target: Path) -> bool:
    """Download unless it is there already. Returns whether it was fetched."""
    if target.exists() and sha256_file(target) == file["sha256"]:
        return False
    partial = partial_name(target)
    for _ in range(DOWNLOADS):
        client.download(file["url"], partial)
        if sha256_file(partial) == file["sha256"]:
            partial.replace(target)
            return True
    partial.unlink(missing_ok=True)
    raise TrainerError(
        "bad_data",
        f"{file['name']} does not have the hash it was announced with, {DOWNLOADS} times.",
        "Freeze the dataset again, or look for what changes bytes between the studio and this machine.",
    )
