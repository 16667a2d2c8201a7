"""Checkpoints that are whole or not there, say what they belong to, and can be trusted on resume."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from trainer.config import TrainConfig
from trainer.failures import TrainerError
from trainer.files import sha256_file, sha256_json, write_json

MANIFEST = "foundry-checkpoint.json"
COMPLETE = "complete.json"
_NAME = re.compile(r"checkpoint-(\d+)")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a checkpoint continues. Anything else would be another run under the same name."""

    settings_sha256: str
    data: dict[str, str]
    peft_minor: str

    @classmethod
    def of(cls, config: TrainConfig, data: dict[str, str], versions: dict[str, str]) -> Identity:
        settings = config.to_json()
        for name in ("preset", "limits", "hardware", "checkpoint", "resume"):
            del settings[name]
        for name in ("generate_samples", "max_new_tokens"):
            del settings["eval"][name]
        return cls(sha256_json(settings), data, ".".join(versions["peft"].split(".")[:2]))

    def to_json(self) -> dict:
        return {"settings_sha256": self.settings_sha256, "data": self.data, "peft_minor": self.peft_minor}


@dataclass(frozen=True, slots=True)
class SavedCheckpoint:
    path: Path
    step: int
    is_evaluation_pending: bool


def write_manifest(folder: Path, step: int, identity: Identity, is_evaluation_pending: bool) -> dict:
    """List the files with their hashes. Written last, so a folder without it is no checkpoint."""
    files = [
        {"name": path.relative_to(folder).as_posix(), "bytes": path.stat().st_size, "sha256": sha256_file(path)}
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    manifest = {
        "step": step,
        "is_evaluation_pending": is_evaluation_pending,
        "identity": identity.to_json(),
        "files": files,
        "bytes": sum(file["bytes"] for file in files),
        "sha256": sha256_json(files),
    }
    write_json(folder / MANIFEST, manifest)
    return manifest


def find_resumable(folder: Path, wanted: str, identity: Identity, warn) -> SavedCheckpoint | None:
    """The newest whole checkpoint, or the one named; a damaged one is passed over with a warning."""
    if wanted == "never":
        shutil.rmtree(folder, ignore_errors=True)
        return None
    for path in list_checkpoints(folder):
        if wanted not in ("auto", path.name):
            continue
        manifest = read_manifest(path)
        fault = "it is not whole" if manifest is None else find_damage(path, manifest)
        if fault:
            warn("checkpoint_damaged", f"{path.name} is passed over: {fault}.")
            continue
        _refuse_other_run(path, manifest["identity"], identity)
        return SavedCheckpoint(path, manifest["step"], manifest["is_evaluation_pending"])
    if wanted != "auto":
        raise TrainerError("bad_config", f"There is no usable {wanted}.", "Set resume to auto for the newest one.")
    return None


def list_checkpoints(folder: Path) -> list[Path]:
    """Newest first."""
    found = [path for path in folder.glob("checkpoint-*") if _NAME.fullmatch(path.name)]
    return sorted(found, key=step_of, reverse=True)


def step_of(path: Path) -> int:
    return int(_NAME.fullmatch(path.name).group(1))


def read_manifest(path: Path) -> dict | None:
    try:
        return json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def find_damage(path: Path, manifest: dict) -> str | None:
    for file in manifest["files"]:
        target = path / file["name"]
        if not target.is_file():
            return f"{file['name']} is missing"
        if sha256_file(target) != file["sha256"]:
            return f"{file['name']} is not what was written"
    return None


def prune_checkpoints(folder: Path, keep: int, best: Path | None) -> None:
    """Keep the newest and the best."""
    for path in list_checkpoints(folder)[keep:]:
        if path != best:
            shutil.rmtree(path, ignore_errors=True)


def _refuse_other_run(path: Path, found: dict, identity: Identity) -> None:
    changed = [name for name, value in identity.to_json().items() if found.get(name) != value]
    if changed:
        words = {"settings_sha256": "the settings", "data": "the dataset", "peft_minor": "the version of peft"}
        raise TrainerError(
            "bad_config",
            f"{path.name} cannot be continued: {' and '.join(words[name] for name in changed)} changed since.",
            "Start a new run, or set resume to never.",
        )
