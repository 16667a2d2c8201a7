"""The tokenizer and the weights a run starts from."""

from __future__ import annotations

import os

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from trainer.config import TrainConfig
from trainer.data import Row
from trainer.failures import TrainerError
from trainer.tiny_model import build_model, build_tokenizer

DTYPES = {"bfloat16": torch.bfloat16, "float32": torch.float32}


def load_tokenizer(config: TrainConfig, train_rows: list[Row]):
    """The model's own tokenizer at the exact revision, or for the tiny model one made of the training rows."""
    if config.is_tiny:
        return build_tokenizer(train_rows)
    base = config.base_model
    try:
        tokenizer = AutoTokenizer.from_pretrained(base.id, revision=base.revision)
    except (OSError, ValueError) as error:
        raise _cannot_load(config, error) from error
    if tokenizer.chat_template is None:
        raise TrainerError(
            "base_model", f"{base.id} has no chat template.", "Choose an instruct model: prompts need its turns."
        )
    return tokenizer


def load_model(config: TrainConfig, tokenizer) -> torch.nn.Module:
    """The base weights on this process's device."""
    if config.is_tiny:
        return build_model(tokenizer, config.seed)
    base = config.base_model
    try:
        return AutoModelForCausalLM.from_pretrained(
            base.id,
            revision=base.revision,
            dtype=DTYPES[config.dtype],
            attn_implementation="sdpa",
            device_map={"": int(os.environ.get("LOCAL_RANK", "0"))} if torch.cuda.is_available() else None,
        )
    except (OSError, ValueError) as error:
        raise _cannot_load(config, error) from error


def _cannot_load(config: TrainConfig, error: Exception) -> TrainerError:
    return TrainerError(
        "base_model",
        f"{config.base_model.id} at {config.base_model.revision} could not be loaded: {str(error)[:400]}",
        "Check the name and the revision, that this machine reaches the model hub, and HF_TOKEN for gated models.",
    )
