"""Supervised fine-tuning with LoRA, top to bottom.

Read it as the story of one run: check the machine, read the rows, count their tokens, load the model, put adapters
on it, train with evaluations and checkpoints, and export the best one.
"""

from __future__ import annotations

import json
import math
import os
import time
from dataclasses import dataclass

import torch
from datasets import Dataset
from transformers import EarlyStoppingCallback, set_seed
from transformers.trainer_callback import PrinterCallback
from trl import SFTConfig

from trainer.attempt import Attempt
from trainer.base_model import load_model, load_tokenizer
from trainer.callbacks import CatchUpCallback, ControlCallback, ReportCallback, SampleCallback
from trainer.checkpoints import COMPLETE, Identity, SavedCheckpoint, find_resumable
from trainer.config import TrainConfig
from trainer.data import (
    Row,
    RowTokens,
    count_tokens,
    fit_rows,
    hash_system_prompts,
    read_splits,
    render,
    summarise_tokens,
)
from trainer.events import EventLog
from trainer.export import describe_file, export_adapter, hash_text
from trainer.failures import Stopped, TrainerError
from trainer.files import sha256_file, write_json
from trainer.lora import wrap_with_lora
from trainer.machine import check_machine, read_versions
from trainer.recipe_trainer import RecipeTrainer
from trainer.run_dir import RunDir
from trainer.tiny_model import hash_weights

MIN_EVALUATIONS = 3


@dataclass(frozen=True, slots=True)
class Schedule:
    """Steps of a run, and how often it evaluates and saves."""

    steps_per_epoch: int
    total_steps: int
    eval_every: int


@dataclass(frozen=True, slots=True)
class Material:
    """What is trained on: rows that fit, their tokens, and when to look."""

    tokenizer: object
    rows: dict[str, list[Row]]
    tokens: dict[str, list[RowTokens]]
    schedule: Schedule
    identity: Identity


def train(attempt: Attempt) -> dict:
    """Run the whole recipe. Returns what the terminal event says; raises TrainerError or Stopped."""
    run_dir, config, events = attempt.run_dir, attempt.config, attempt.events
    started = time.monotonic()
    with attempt.control.interruptible():
        check_machine(config, run_dir.out)
        splits = read_splits(run_dir.data)
        identity = Identity.of(config, run_dir.hash_data(), read_versions())
        saved = find_resumable(run_dir.checkpoints, config.resume, identity, events.warn)

        events.set_phase("preparing_data")
        material = prepare_material(config, splits, identity, events)

        events.set_phase("loading_model")
        model = load_model(config, material.tokenizer)
        base_sha256 = hash_weights(model) if config.is_tiny else None
        set_seed(config.seed)
        model = wrap_with_lora(model, config.lora)
        report = ReportCallback(events, len(material.rows["validation"]))
        trainer = build_trainer(attempt, material, model, report)
        check_labels(trainer, material)

    events.set_phase("sft")
    summary = optimise(trainer, attempt, saved)
    if not trainer.args.should_save:
        return summary

    events.set_phase("exporting")
    lineage = {
        "run_id": events.run_id,
        "base_model": {"id": config.base_model.id, "revision": config.base_model.revision, "sha256": base_sha256},
        "config_sha256": sha256_file(run_dir.config),
        "data_sha256": identity.data,
        "system_prompt_sha256": hash_system_prompts(material.rows["train"]),
        "chat_template_sha256": hash_text(material.tokenizer.chat_template),
        "versions": read_versions(),
        **summary,
    }
    seconds = round(time.monotonic() - started, 1)
    export(attempt, material.tokenizer, lineage, {"evaluations": report.evaluations, "seconds": seconds})
    return {"best_step": summary["best_step"], "best_metric": summary["best_metric"]}


def prepare_material(config: TrainConfig, splits: dict, identity: Identity, events: EventLog) -> Material:
    """Rows that fit, with their token counts. Long rows end the run, or are dropped and named."""
    tokenizer = load_tokenizer(config, splits["train"])
    rows, tokens, dropped = {}, {}, []
    for name in ("train", "validation"):
        counts = count_tokens(tokenizer, splits[name])
        rows[name], long = fit_rows(splits[name], counts, config.max_length, config.overflow)
        gone = {row["id"] for row in long}
        tokens[name] = [count for count in counts if count.id not in gone]
        dropped += [{**row, "split": name} for row in long]
        if not rows[name]:
            words = f"Every row of the {name} split is longer than max_length."
            raise TrainerError("bad_data", words, "Raise max_length.")
    schedule = plan_schedule(config, len(rows["train"]))
    report_dropped(events, dropped, config.max_length)
    events.emit(
        "data.report",
        n_train=len(rows["train"]),
        n_val=len(rows["validation"]),
        n_pairs=0,
        tokens=summarise_tokens(tokens["train"] + tokens["validation"]),
        groups=len({row.group for name in rows for row in rows[name]}),
        steps_per_epoch=schedule.steps_per_epoch,
        eval_every=schedule.eval_every,
        total_steps=schedule.total_steps,
    )
    return Material(tokenizer, rows, tokens, schedule, identity)


def report_dropped(events: EventLog, dropped: list[dict], max_length: int) -> None:
    for start in range(0, len(dropped), 100):
        events.emit("data.dropped", dropped=dropped[start : start + 100])
    if dropped:
        events.warn("rows_dropped", f"{len(dropped)} rows are longer than {max_length} tokens and left out.")


def plan_schedule(config: TrainConfig, train_rows: int) -> Schedule:
    """Evaluate and save at the same steps, at least three times, so that there is a curve and a best point."""
    steps_per_epoch = math.ceil(train_rows / config.effective_batch)
    total = math.ceil(config.sft.epochs * steps_per_epoch)
    if total < MIN_EVALUATIONS:
        raise TrainerError(
            "bad_config",
            f"{train_rows} rows in batches of {config.effective_batch} are only {total} steps.",
            "Lower sft.grad_accum or raise sft.epochs until there are at least 3 steps.",
        )
    wanted = steps_per_epoch // config.eval.evals_per_epoch
    return Schedule(steps_per_epoch, total, max(1, min(wanted, total // MIN_EVALUATIONS)))


def build_trainer(attempt: Attempt, material: Material, model, report: ReportCallback) -> RecipeTrainer:
    config, events, control = attempt.config, attempt.events, attempt.control
    trainer = RecipeTrainer(
        checkpoints=attempt.run_dir.checkpoints,
        keep=config.checkpoint.keep,
        identity=material.identity,
        events=events,
        model=model,
        args=make_sft_config(attempt.run_dir, config, material.schedule),
        train_dataset=to_dataset(material.rows["train"]),
        eval_dataset=to_dataset(material.rows["validation"]),
        processing_class=material.tokenizer,
    )
    trainer.remove_callback(PrinterCallback)
    samples = material.rows["validation"][: config.eval.generate_samples]
    trainer.add_callback(report)
    trainer.add_callback(ControlCallback(control))
    trainer.add_callback(SampleCallback(events, control, material.tokenizer, samples, config.eval.max_new_tokens))
    trainer.add_callback(CatchUpCallback(trainer.catch_up_on_evaluation))
    if config.sft.early_stopping.patience:
        stopping = config.sft.early_stopping
        trainer.add_callback(EarlyStoppingCallback(stopping.patience, stopping.min_delta))
    return trainer


def to_dataset(rows: list[Row]) -> Dataset:
    return Dataset.from_list([{"prompt": row.prompt, "completion": row.completion} for row in rows])


def make_sft_config(run_dir: RunDir, config: TrainConfig, schedule: Schedule) -> SFTConfig:
    has_gpu = torch.cuda.is_available()
    sft = config.sft
    return SFTConfig(
        output_dir=str(run_dir.checkpoints),
        # What is learned: the completion, whole.
        completion_only_loss=True,
        max_length=config.max_length,
        packing=False,
        loss_type=sft.loss_type,
        router_aux_loss_coef=sft.router_aux_loss_coef,
        # How it is learned.
        num_train_epochs=sft.epochs,
        learning_rate=sft.learning_rate,
        lr_scheduler_type=sft.lr_scheduler,
        warmup_steps=sft.warmup,
        per_device_train_batch_size=sft.per_device_batch,
        per_device_eval_batch_size=sft.per_device_batch,
        gradient_accumulation_steps=sft.grad_accum,
        weight_decay=sft.weight_decay,
        max_grad_norm=sft.max_grad_norm,
        gradient_checkpointing=sft.gradient_checkpointing,
        bf16=config.dtype == "bfloat16" and has_gpu,
        use_cpu=not has_gpu,
        seed=config.seed,
        data_seed=config.data_seed,
        # Looking and saving at the same steps, so that the best look can be loaded again.
        eval_strategy="steps",
        save_strategy="steps",
        eval_steps=schedule.eval_every,
        save_steps=schedule.eval_every,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
        load_best_model_at_end=True,
        restore_callback_states_from_checkpoint=True,
        # Saying every step, and the truth: by default a NaN is replaced by an average.
        logging_steps=1,
        logging_nan_inf_filter=False,
        include_num_input_tokens_seen="non_padding",
        disable_tqdm=True,
        report_to="none",
        dataloader_pin_memory=has_gpu,
        ddp_find_unused_parameters=False if int(os.environ.get("WORLD_SIZE", "1")) > 1 else None,
    )


def check_labels(trainer: RecipeTrainer, material: Material) -> None:
    """Compare what the trainer will learn from with the rows: all there, none cut, the completion and its end alone."""
    rows, tokens = material.rows["train"], material.tokens["train"]
    for example, row, count in zip(trainer.train_dataset, rows, tokens, strict=True):
        learned = [label for label in example["labels"] if label != -100]
        whole = render(material.tokenizer, row.prompt + row.completion)
        if example["input_ids"] != whole or learned != whole[count.prompt :]:
            raise TrainerError(
                "bad_data",
                f"The trainer would learn something else than the completion of row {row.id}.",
                "This is a fault of the trainer or its libraries, not of the data. Please report it.",
            )


def optimise(trainer: RecipeTrainer, attempt: Attempt, saved: SavedCheckpoint | None) -> dict:
    """Train to the end, to early stopping, or to a request to stop. Returns the steps made and the best of them."""
    complete = attempt.run_dir.checkpoints / COMPLETE
    if saved is not None and complete.exists():
        return json.loads(complete.read_text(encoding="utf-8"))
    complete.unlink(missing_ok=True)
    try:
        trainer.train_from(saved)
    except Stopped:
        if trainer.args.world_size == 1:
            trainer.save_before_evaluation()
        raise
    state = trainer.state
    if attempt.control.reason and state.global_step < state.max_steps:
        raise Stopped(attempt.control.reason)
    summary = {"steps": state.global_step, "best_step": state.best_global_step, "best_metric": state.best_metric}
    if trainer.args.should_save:
        write_json(complete, summary)
    return summary


def export(attempt: Attempt, tokenizer, lineage: dict, course: dict) -> None:
    """The best checkpoint as a folder and an archive, then the report that names both."""
    run_dir = attempt.run_dir
    best = run_dir.checkpoints / f"checkpoint-{lineage['best_step']}"
    adapter = export_adapter(run_dir, best, tokenizer, lineage)
    attempt.events.emit("artifact", kind="adapter_peft", **adapter)
    write_json(run_dir.report, {**lineage, "config": attempt.config.to_json(), **course, "adapter": adapter})
    attempt.events.emit("artifact", kind="report", **describe_file(run_dir, run_dir.report))
