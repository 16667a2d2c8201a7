"""What this machine is, and whether a run fits on it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import platform
import shutil
import sys
from pathlib import Path

from trainer import __version__
from trainer.config import TrainConfig
from trainer.failures import TrainerError

PACKAGES = ("torch", "transformers", "trl", "peft", "accelerate", "datasets", "tokenizers")
GIB = 1 << 30
MIN_FREE_DISK_GIB = 0.2


def read_versions() -> dict[str, str]:
    found = {name: importlib.metadata.version(name) for name in PACKAGES}
    return {"trainer": __version__, "python": platform.python_version(), **found}


def read_hardware() -> dict:
    """What the studio shows of a runner."""
    return {
        "platform": platform.platform(terse=True),
        "python": platform.python_version(),
        "torch": importlib.metadata.version("torch"),
        "gpu": read_gpu(),
        "cpu_count": os.cpu_count() or 1,
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIB, 1),
    }


def read_gpu() -> dict | None:
    import torch

    if not torch.cuda.is_available():
        return None
    properties = torch.cuda.get_device_properties(0)
    return {"name": properties.name, "vram_gib": round(properties.total_memory / GIB, 1)}


def read_vitals() -> dict:
    """Memory and use of the GPU at this moment; null where this machine cannot say."""
    vitals = {"rss_gib": _read_rss_gib(), "vram_gib": None, "gpu_util": None}
    torch = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "cuda") or not torch.cuda.is_initialized():
        return vitals
    vitals["vram_gib"] = round(torch.cuda.memory_allocated() / GIB, 3)
    if importlib.util.find_spec("pynvml"):
        vitals["gpu_util"] = torch.cuda.utilization()
    return vitals


def check_machine(config: TrainConfig, out: Path) -> dict | None:
    """The GPU the run will use, or None for the CPU. Refuses before anything is downloaded or paid for."""
    free = shutil.disk_usage(out).free / GIB
    if free < MIN_FREE_DISK_GIB:
        words = f"Only {free:.2f} GiB are free under the run folder."
        raise TrainerError("disk_full", words, "Free space, then resume.")
    if config.hardware.min_vram_gib == 0:
        return read_gpu()
    gpu = read_gpu()
    if gpu is None:
        raise TrainerError(
            "hardware",
            f"This run needs a GPU with {config.hardware.min_vram_gib:g} GiB of memory or more; this machine has none.",
            "Start a runner on a machine with such a GPU, or choose the preset smoke.",
        )
    if gpu["vram_gib"] < config.hardware.min_vram_gib:
        raise TrainerError(
            "hardware",
            f"{gpu['name']} has {gpu['vram_gib']:g} GiB of memory; this run needs {config.hardware.min_vram_gib:g}.",
            "Use a GPU with 80 GB or more: the experts cannot be loaded in fewer bits.",
        )
    _check_gpu_features(config, gpu)
    return gpu


def _check_gpu_features(config: TrainConfig, gpu: dict) -> None:
    import torch

    if config.dtype == "bfloat16" and not torch.cuda.is_bf16_supported():
        raise TrainerError("hardware", f"{gpu['name']} cannot compute in bfloat16.", "Use an A100, H100 or newer.")
    if torch.cuda.device_count() < config.num_gpus:
        raise TrainerError(
            "hardware",
            f"The run wants {config.num_gpus} GPUs; this machine has {torch.cuda.device_count()}.",
            "Lower num_gpus, or start the run on a larger machine.",
        )


def _read_rss_gib() -> float | None:
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return None
    return round(pages * os.sysconf("SC_PAGE_SIZE") / GIB, 3)


if __name__ == "__main__":
    print(json.dumps(read_hardware()))
