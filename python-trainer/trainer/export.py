"""The adapter as people download it: the best checkpoint's weights, the tokenizer, and where they come from."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from trainer.files import new_folder, pack_folders, sha256_file, write_json
from trainer.run_dir import RunDir

ADAPTER_FILES = ("adapter_model.safetensors", "adapter_config.json")
LINEAGE = "foundry.json"


def export_adapter(run_dir: RunDir, checkpoint: Path, tokenizer, lineage: dict) -> dict:
    """Copy the tensors byte for byte, and pack the folder. Returns {path, bytes, sha256} of the archive."""
    with new_folder(run_dir.adapter) as folder:
        for name in ADAPTER_FILES:
            shutil.copyfile(checkpoint / name, folder / name)
        tokenizer.save_pretrained(folder)
        write_json(folder / LINEAGE, lineage)
    pack_folders([run_dir.adapter], run_dir.adapter_archive)
    return describe_file(run_dir, run_dir.adapter_archive)


def describe_file(run_dir: RunDir, path: Path) -> dict:
    return {
        "path": path.relative_to(run_dir.root).as_posix(),
        "bytes": path.stat().st_size,
        "sha256": sha256_file(path),
    }


def hash_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
