"""Answers to the test split, by the base model and by the adapter, from one load of the weights."""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from peft import PeftModel
from safetensors import safe_open

from trainer.attempt import Attempt
from trainer.base_model import load_model, load_tokenizer
from trainer.config import TrainConfig
from trainer.control import Control
from trainer.data import Row, count_tokens, read_splits, render
from trainer.export import LINEAGE, describe_file
from trainer.failures import TrainerError
from trainer.files import sha256_json, unpack_folders
from trainer.generate import generate_greedy
from trainer.machine import check_machine
from trainer.run_dir import RunDir
from trainer.tiny_model import hash_weights

STAMP = ".predictions-stamp"


@dataclass(frozen=True, slots=True)
class Batch:
    model: str
    rows: list[Row]


def predict(attempt: Attempt, models: list[str]) -> dict:
    """Write out/predictions.jsonl, a row per model and test item. Goes on where an earlier attempt stopped."""
    run_dir, config, events, control = attempt.run_dir, attempt.config, attempt.events, attempt.control
    with control.interruptible():
        check_machine(config, run_dir.out)
        splits = read_splits(run_dir.data, ("train", "test") if config.is_tiny else ("test",))
        events.set_phase("preparing_data")
        tokenizer = load_tokenizer(config, splits.get("train", []))
        count_tokens(tokenizer, splits["test"])
        events.set_phase("loading_model")
        model = load_model(config, tokenizer)
        if "adapter" in models:
            model = attach_adapter(run_dir, config, model)
        model.eval()
    done = read_done(run_dir, config, models)
    batches = plan_batches(splits["test"], models, config.sft.per_device_batch)
    total = sum(len(batch.rows) for batch in batches)
    events.set_phase("evaluating", len(done) / total)
    with open(run_dir.predictions, "a", encoding="utf-8") as file:
        for batch in batches:
            rows = [row for row in batch.rows if (batch.model, row.id) not in done]
            if rows:
                written = answer(model, tokenizer, batch, config.eval.max_new_tokens, control)
                write_answers(file, [line for line in written if (batch.model, line["id"]) not in done])
                done |= {(batch.model, row.id) for row in rows}
            events.set_phase("evaluating", len(done) / total)
    artifact = describe_file(run_dir, run_dir.predictions)
    events.emit("artifact", kind="predictions", **artifact)
    return {}


def attach_adapter(run_dir: RunDir, config: TrainConfig, model) -> PeftModel:
    """The model with the exported adapter, every tensor in its place: a silent miss would score the base twice."""
    if not run_dir.adapter.is_dir():
        if not run_dir.adapter_archive.exists():
            words = "There is no adapter in the run folder."
            raise TrainerError("bad_data", words, "Train first, or send adapter.tar.")
        unpack_folders(run_dir.adapter_archive, run_dir.out)
    lineage = json.loads((run_dir.adapter / LINEAGE).read_text(encoding="utf-8"))
    _refuse_other_base(config, model, lineage["base_model"])
    adapted = PeftModel.from_pretrained(model, str(run_dir.adapter))
    _check_all_loaded(adapted, run_dir.adapter / "adapter_model.safetensors")
    return adapted


def plan_batches(rows: list[Row], models: list[str], size: int) -> list[Batch]:
    """The same batches in every attempt: another padding would change the last digits of a logit."""
    return [Batch(model, rows[start : start + size]) for model in models for start in range(0, len(rows), size)]


def answer(model, tokenizer, batch: Batch, max_new_tokens: int, control: Control) -> list[dict]:
    """Outputs of one batch. The latency is that of the whole batch: its rows are written side by side."""
    started = time.monotonic()
    prompts = [render(tokenizer, row.prompt, is_open=True) for row in batch.rows]
    is_bare = batch.model == "base" and isinstance(model, PeftModel)
    with model.disable_adapter() if is_bare else contextlib.nullcontext():
        outputs = generate_greedy(model, tokenizer, prompts, max_new_tokens, control.raise_if_stopped)
    latency = round((time.monotonic() - started) * 1000)
    return [
        {
            "id": row.id,
            "model": batch.model,
            "output": output.text,
            "stop_reason": output.stop_reason,
            "output_tokens": output.token_count,
            "latency_ms": latency,
        }
        for row, output in zip(batch.rows, outputs, strict=True)
    ]


def write_answers(file, lines: list[dict]) -> None:
    file.write("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    file.flush()
    os.fsync(file.fileno())


def read_done(run_dir: RunDir, config: TrainConfig, models: list[str]) -> set[tuple[str, str]]:
    """What an earlier attempt answered under the same settings and data; otherwise the file starts anew."""
    stamp = sha256_json({"config": config.to_json(), "data": run_dir.hash_data(), "adapter": _hash_adapter(run_dir)})
    identity = run_dir.out / STAMP
    if not identity.exists() or identity.read_text() != stamp:
        run_dir.predictions.unlink(missing_ok=True)
        identity.write_text(stamp)
    if not run_dir.predictions.exists():
        return set()
    content = run_dir.predictions.read_bytes()
    whole = content.rfind(b"\n") + 1
    os.truncate(run_dir.predictions, whole)
    lines = [json.loads(line) for line in content[:whole].split(b"\n") if line]
    return {(line["model"], line["id"]) for line in lines if line["model"] in models}


def _hash_adapter(run_dir: RunDir) -> str | None:
    path = run_dir.adapter / "adapter_model.safetensors"
    return describe_file(run_dir, path)["sha256"] if path.exists() else None


def _refuse_other_base(config: TrainConfig, model, base: dict) -> None:
    found = {"id": config.base_model.id, "revision": config.base_model.revision}
    found["sha256"] = hash_weights(model) if config.is_tiny else None
    changed = [name for name, value in found.items() if base.get(name) != value]
    if changed:
        raise TrainerError(
            "base_model",
            f"The adapter was trained on another base model: its {', '.join(changed)} differs.",
            "Evaluate with the config and the training split of the adapter's own run.",
        )


def _check_all_loaded(adapted: PeftModel, path: Path) -> None:
    """Compare the file with what PEFT holds, tensor by tensor."""
    from peft import get_peft_model_state_dict

    held = get_peft_model_state_dict(adapted, save_embedding_layers=False)
    with safe_open(path, framework="pt") as file:
        names = set(file.keys())
        wrong = names ^ held.keys()
        for name in names & held.keys():
            if not torch.equal(file.get_tensor(name).to(held[name].dtype), held[name].cpu()):
                wrong.add(name)
    if wrong:
        raise TrainerError(
            "base_model",
            f"{len(wrong)} tensors of the adapter did not find their place: {sorted(wrong)[:3]}.",
            "Use the versions of peft and transformers named in the adapter's foundry.json.",
        )
