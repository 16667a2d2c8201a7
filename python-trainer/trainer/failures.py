"""Every way a run ends badly has a name, an exit code and a next step."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from trainer.config import ConfigError

EXIT_CODES = {
    "bad_config": 2,
    "hardware": 2,
    "cancelled": 3,
    "bad_data": 4,
    "out_of_memory": 5,
    "diverged": 6,
    "budget": 7,
    "disk_full": 1,
    "base_model": 1,
    "other": 1,
}
"""What the process exits with. 0 is success; the terminal event says the rest."""

_DISK_ERRNOS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DISK_WORDS = (
    "no space left on device",
    "disk quota exceeded",
    "file too large",
    # What torch.save says when the file did not take all bytes.
    "pytorchstreamwriter failed writing",
    "inline_container.cc",
)
_MEMORY_WORDS = ("out of memory", "can't allocate memory", "cannot allocate memory")


class TrainerError(Exception):
    """A failure a person can act on: what happened, and what to do."""

    def __init__(self, code: str, message: str, hint: str):
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)


class Stopped(Exception):
    """The run was asked to stop (`cancelled`) or used up its time (`budget`). Not a fault."""

    def __init__(self, reason: str):
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Failure:
    code: str
    message: str
    hint: str

    def to_json(self) -> dict:
        return {"code": self.code, "message": self.message, "hint": self.hint}


def describe_failure(error: BaseException) -> Failure:
    """The name of any exception. What is not recognised is `other`, with its type and text."""
    if isinstance(error, TrainerError):
        return Failure(error.code, error.message, error.hint)
    if isinstance(error, ConfigError):
        return Failure("bad_config", str(error), "Change the fields named and start a new run.")
    chain = list(_walk_causes(error))
    if any(_is_disk_full(link) for link in chain):
        return Failure(
            "disk_full",
            f"The disk took no more while writing: {error}.",
            "Earlier checkpoints are kept. Free space or lower checkpoint.keep, then resume the run.",
        )
    if any(_is_out_of_memory(link) for link in chain):
        return Failure(
            "out_of_memory",
            f"Memory ran out: {str(error)[:500]}",
            "Halve sft.per_device_batch and double sft.grad_accum, or lower max_length; the result stays the same.",
        )
    return Failure("other", f"{type(error).__name__}: {error}", "The log's last lines say where it happened.")


def _walk_causes(error: BaseException | None):
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _is_disk_full(error: BaseException) -> bool:
    if isinstance(error, OSError) and error.errno in _DISK_ERRNOS:
        return True
    return any(words in str(error).lower() for words in _DISK_WORDS)


def _is_out_of_memory(error: BaseException) -> bool:
    # By name: importing torch only to name its exception would cost every command seconds.
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    return isinstance(error, RuntimeError) and any(words in str(error).lower() for words in _MEMORY_WORDS)
