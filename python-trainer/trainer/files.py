"""Files that are either whole or not there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
from contextlib import contextmanager
from pathlib import Path

CHUNK_BYTES = 1 << 20


def sha256_file(path: Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def sha256_json(value: object) -> str:
    """Hash of a JSON value, whatever the order of its keys."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def new_folder(target: Path):
    """A folder to fill. It takes its name only when it is whole and on disk; a failure leaves nothing behind."""
    partial = partial_name(target)
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        yield partial
        publish_folder(partial, target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def partial_name(target: Path) -> Path:
    """Where a folder or file is before it is whole."""
    return target.with_name(f".partial-{target.name}")


def publish_folder(partial: Path, target: Path) -> None:
    """Sync every file, then rename; an older folder of that name is replaced."""
    for path in [*partial.rglob("*"), partial]:
        _sync(path)
    aside = target.with_name(f".partial-old-{target.name}")
    shutil.rmtree(aside, ignore_errors=True)
    if target.exists():
        os.rename(target, aside)
    os.rename(partial, target)
    _sync(target.parent)
    shutil.rmtree(aside, ignore_errors=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never half."""
    partial = partial_name(path)
    try:
        with open(partial, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def write_json(path: Path, value: object) -> None:
    write_whole(path, json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False).encode() + b"\n")


def pack_folders(folders: list[Path], target: Path) -> None:
    """A tar whose bytes depend on names and contents alone, so that its hash can be compared."""
    partial = partial_name(target)
    try:
        with tarfile.open(partial, "w", format=tarfile.PAX_FORMAT) as archive:
            for folder in folders:
                for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                    entry = tarfile.TarInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}")
                    entry.size = path.stat().st_size
                    with open(path, "rb") as file:
                        archive.addfile(entry, file)
        _sync(partial)
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def unpack_folders(archive: Path, target: Path) -> None:
    """Unpack a tar of pack_folders. Names that lead outside are refused by the `data` filter."""
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
