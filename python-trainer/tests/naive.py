"""The obvious ways that are wrong. Each test shows that its check turns them down."""

from __future__ import annotations

import json

import torch
from peft import LoraConfig, get_peft_model


def labels_by_hand(tokenizer, row, length: int) -> dict:
    """Labels are the padded ids shifted by nothing: the prompt counts by characters, and padding is learned."""
    prompt, completion = row.prompt[-1]["content"], row.completion[0]["content"]
    ids = tokenizer(prompt + completion, padding="max_length", max_length=length, truncation=True)["input_ids"]
    labels = [-100] * len(prompt.split()) + ids[len(prompt.split()) :]
    return {"input_ids": ids, "labels": labels}


def encode_twice(ir: dict) -> str:
    return json.dumps(json.dumps(ir))


def raw_prompt_ids(tokenizer, row) -> list[int]:
    """The prompt without its turns."""
    return tokenizer(row.prompt[-1]["content"])["input_ids"]


def cut_rows(encoded: list[list[int]], max_length: int) -> list[list[int]]:
    return [ids[:max_length] for ids in encoded]


def adapt_linear_layers(model):
    """Names of an unfused model: adapts by whatever they happen to match."""
    return get_peft_model(model, LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM"))


def adapt_with_saved_modules(model):
    return get_peft_model(
        model,
        LoraConfig(r=16, target_modules=["q_proj", "v_proj"], modules_to_save=["embed_tokens", "lm_head"]),
    )


def adapt_with_typo(model):
    return get_peft_model(
        model,
        LoraConfig(
            r=32,
            lora_alpha=32,
            target_modules=["q_proj", "k_proj", "v_proj", "o_proj"],
            target_parameters=["mlp.experts.w1"],
        ),
    )


def write_event(event: dict) -> str:
    """Python writes NaN, which no other JSON reader takes."""
    return json.dumps(event)


def pad_right_and_generate(model, tokenizer, prompts: list[list[int]], max_new_tokens: int) -> list[list[int]]:
    width = max(len(prompt) for prompt in prompts)
    ids = torch.tensor([prompt + [tokenizer.pad_token_id] * (width - len(prompt)) for prompt in prompts])
    mask = torch.tensor([[1] * len(prompt) + [0] * (width - len(prompt)) for prompt in prompts])
    written = model.generate(input_ids=ids, attention_mask=mask, max_new_tokens=max_new_tokens, do_sample=False)
    return [row[width:].tolist() for row in written]


def evaluate_every_50_steps(total_steps: int) -> int:
    return total_steps // 50
