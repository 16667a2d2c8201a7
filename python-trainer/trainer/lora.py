"""Which weights learn: attention by module name, experts by parameter name, and nothing else."""

from __future__ import annotations

import re

import torch
from peft import LoraConfig, PeftModel, get_peft_model

from trainer.config import Lora
from trainer.failures import TrainerError

ATTENTION = ("q_proj", "k_proj", "v_proj", "o_proj")
EXPERTS = ("mlp.experts.gate_up_proj", "mlp.experts.down_proj")
"""Fused over all experts, so they are parameters, not modules. A wrong name here would only warn."""


def wrap_with_lora(model: torch.nn.Module, lora: Lora) -> PeftModel:
    """The model with fresh adapters, checked tensor by tensor. Raises when anything else would learn."""
    expected = _expect_adapters(model, lora)
    wrapped = get_peft_model(model, make_lora_config(lora))
    check_trainable(wrapped, expected)
    return wrapped


def make_lora_config(lora: Lora) -> LoraConfig:
    """Ranks of both kinds in one adapter: the main rank is attention's, experts get theirs by pattern."""
    rank = lora.r_attention or lora.r_expert
    return LoraConfig(
        task_type="CAUSAL_LM",
        r=rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        bias="none",
        target_modules=[name for name in ATTENTION if lora.r_attention] or [],
        target_parameters=list(EXPERTS) if lora.r_expert else None,
        rank_pattern=dict.fromkeys(EXPERTS, lora.r_expert) if lora.r_expert else {},
    )


def check_trainable(wrapped: PeftModel, expected: dict[str, int]) -> None:
    """Compare what learns with what should: names, ranks, and a frozen router, embedding and head."""
    found = {}
    for name, parameter in wrapped.named_parameters():
        if parameter.requires_grad:
            found[_plain_name(name)] = parameter
    missing, extra = sorted(expected.keys() - found.keys()), sorted(found.keys() - expected.keys())
    both = expected.keys() & found.keys()
    wrong_rank = sorted(name for name in both if _rank_of(name, found[name], wrapped) != expected[name])
    if missing or extra or wrong_rank:
        raise TrainerError(
            "base_model",
            f"The adapter does not fit this model: missing {missing[:3]}, unexpected {extra[:3]}, "
            f"wrong rank {wrong_rank[:3]}.",
            "This recipe adapts Qwen3-MoE: attention q, k, v, o and experts gate_up_proj, down_proj.",
        )


def _expect_adapters(model: torch.nn.Module, lora: Lora) -> dict[str, int]:
    """Names of the tensors that must learn, with their rank, read off the model before it is wrapped."""
    expected = {}
    modules, parameters = dict(model.named_modules()), dict(model.named_parameters())
    targets = [(name, lora.r_attention) for name in modules if name.rsplit(".", 1)[-1] in ATTENTION]
    targets += [(name, lora.r_expert) for name in parameters if name.endswith(EXPERTS)]
    for name, rank in targets:
        for side in ("lora_A", "lora_B"):
            if rank:
                expected[f"{name}.{side}"] = rank
    kinds = {"attention": (lora.r_attention, "_proj.lora_A"), "expert": (lora.r_expert, "experts.")}
    for kind, (rank, mark) in kinds.items():
        if rank and not any(mark in name for name in expected):
            raise TrainerError(
                "base_model",
                f"This model has no {kind} weights of the names this recipe adapts.",
                "Use a Qwen3-MoE model.",
            )
    return expected


def _plain_name(name: str) -> str:
    """PEFT's name of an adapter tensor as the name of the weight it adapts.

    PEFT nests the wrapper of down_proj around that of gate_up_proj, and so the inner one has `base_layer` in its name.
    """
    name = re.sub(r"^base_model\.model\.", "", name)
    name = re.sub(r"\.default(\.weight)?$", "", name)
    if ".experts." in name:
        side = name.rsplit(".", 1)[-1]
        stem = name[: name.index(".experts.")] + ".experts."
        return stem + ("gate_up_proj." if ".base_layer." in name else "down_proj.") + side
    return name


def _rank_of(name: str, parameter: torch.nn.Parameter, wrapped: PeftModel) -> int:
    """Rank of an adapter tensor: A is [rank, in], B is [out, rank], both times the experts when fused."""
    size = parameter.shape[0] if name.endswith("lora_A") else parameter.shape[1]
    experts = wrapped.config.get_text_config().num_experts if ".experts." in name else 1
    return size // experts
