"""Greedy text from a batch of prompts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from transformers import StoppingCriteria, StoppingCriteriaList


@dataclass(frozen=True, slots=True)
class Output:
    text: str
    stop_reason: str
    """`stop` when the model ended its turn, `length` when max_new_tokens ended it."""
    token_count: int


class _AskOften(StoppingCriteria):
    def __init__(self, ask: Callable[[], None]):
        self._ask = ask

    def __call__(self, input_ids, scores, **_):
        self._ask()
        return torch.zeros(input_ids.shape[0], dtype=torch.bool, device=input_ids.device)


@torch.no_grad()
def generate_greedy(model, tokenizer, prompts: list[list[int]], max_new_tokens: int, ask=lambda: None) -> list[Output]:
    """One output per prompt. `ask` runs before each token and may raise to stop.

    Prompts are padded on the left: on the right, the model would continue the padding.
    """
    width = max(len(prompt) for prompt in prompts)
    pad = tokenizer.pad_token_id
    ids = torch.tensor([[pad] * (width - len(prompt)) + prompt for prompt in prompts], device=model.device)
    mask = torch.tensor([[0] * (width - len(prompt)) + [1] * len(prompt) for prompt in prompts], device=model.device)
    written = model.generate(
        input_ids=ids,
        attention_mask=mask,
        max_new_tokens=max_new_tokens,
        do_sample=False,
        num_beams=1,
        temperature=None,
        top_p=None,
        top_k=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=pad,
        use_cache=True,
        stopping_criteria=StoppingCriteriaList([_AskOften(ask)]),
    )
    return [_read_output(tokenizer, row[width:].tolist()) for row in written]


def _read_output(tokenizer, ids: list[int]) -> Output:
    if tokenizer.eos_token_id in ids:
        ids = ids[: ids.index(tokenizer.eos_token_id)]
        return Output(tokenizer.decode(ids), "stop", len(ids) + 1)
    return Output(tokenizer.decode(ids), "length", len(ids))
