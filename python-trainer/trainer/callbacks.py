"""What happens beside the optimizer: reporting, stopping, and looking at what the model writes."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable

import numpy
import torch
from transformers import TrainerCallback

from trainer.control import Control
from trainer.data import Row, render
from trainer.events import EventLog
from trainer.failures import TrainerError
from trainer.generate import generate_greedy
from trainer.machine import GIB


class ReportCallback(TrainerCallback):
    """Turns the trainer's logs into events, and ends a run whose numbers are no longer numbers."""

    def __init__(self, events: EventLog, validation_rows: int):
        self._events, self._validation_rows = events, validation_rows
        self._first_step, self._first_time, self._step_time, self._tokens = 0, 0.0, 0.0, 0
        self.evaluations: list[dict] = []

    def on_train_begin(self, args, state, control, **_):
        self._first_step, self._first_time = state.global_step, time.monotonic()

    def on_step_begin(self, args, state, control, **_):
        self._step_time, self._tokens = time.monotonic(), state.num_input_tokens_seen

    def on_log(self, args, state, control, logs=None, **_):
        if "loss" not in logs:
            return
        seconds = time.monotonic() - self._step_time
        pace = (time.monotonic() - self._first_time) / max(1, state.global_step - self._first_step)
        self._events.emit(
            "step",
            stage="sft",
            step=state.global_step,
            total_steps=state.max_steps,
            epoch=state.epoch,
            loss=logs["loss"],
            lr=logs["learning_rate"],
            grad_norm=logs.get("grad_norm"),
            token_acc=logs.get("mean_token_accuracy"),
            entropy=logs.get("entropy"),
            tokens_seen=int(state.num_input_tokens_seen),
            tokens_per_s=round((state.num_input_tokens_seen - self._tokens) / seconds, 1),
            step_ms=round(seconds * 1000, 1),
            eta_s=round(pace * (state.max_steps - state.global_step), 1),
            vram_gib=round(torch.cuda.max_memory_allocated() / GIB, 3) if torch.cuda.is_available() else None,
        )
        self._refuse_nonfinite(state.global_step, {"loss": logs["loss"], "gradient norm": logs.get("grad_norm", 0.0)})

    def on_evaluate(self, args, state, control, metrics=None, **_):
        evaluation = {"step": state.global_step, "loss": metrics["eval_loss"]}
        accuracy = metrics.get("eval_mean_token_accuracy")
        self._events.emit(
            "eval", stage="sft", split="validation", n=self._validation_rows, token_acc=accuracy, **evaluation
        )
        self.evaluations.append(evaluation)
        self._refuse_nonfinite(state.global_step, {"validation loss": metrics["eval_loss"]})

    def _refuse_nonfinite(self, step: int, values: dict[str, float]) -> None:
        broken = [name for name, value in values.items() if not math.isfinite(value)]
        if broken:
            raise TrainerError(
                "diverged",
                f"The {' and '.join(broken)} was not a number at step {step}.",
                "Earlier checkpoints are kept. Start a new run with a learning rate three times lower.",
            )


class ControlCallback(TrainerCallback):
    """Asks between micro-batches and between validation batches whether to stop."""

    def __init__(self, control: Control):
        self._control = control
        self._random_state: dict | None = None

    def on_step_begin(self, args, state, control, **_):
        self._random_state = _read_random_state()

    def on_substep_end(self, args, state, control, **_):
        self._control.poll()
        if self._control.reason and args.world_size == 1:
            # The half-made step is thrown away: a resumed run draws the same random numbers for it again.
            _write_random_state(self._random_state)
            self._stop(state, control)

    def on_step_end(self, args, state, control, **_):
        self._control.poll()
        if state.global_step >= state.max_steps:
            control.should_evaluate = control.should_save = True
        if _any_rank(self._control.reason is not None, args):
            self._stop(state, control)
        elif self._control.wants_checkpoint:
            self._control.wants_checkpoint = False
            control.should_save = True

    def on_prediction_step(self, args, state, control, **_):
        if args.world_size == 1:
            self._control.raise_if_stopped()

    def _stop(self, state, control) -> None:
        control.should_training_stop = True
        control.should_save = state.global_step > 0


class SampleCallback(TrainerCallback):
    """Lets the model answer a few validation prompts, so that a person sees what the loss means."""

    def __init__(self, events: EventLog, control: Control, tokenizer, rows: list[Row], max_new_tokens: int):
        self._events, self._control, self._tokenizer = events, control, tokenizer
        self._rows, self._max_new_tokens = rows, max_new_tokens

    def on_evaluate(self, args, state, control, model=None, **_):
        if not self._rows or not state.is_world_process_zero:
            return
        prompts = [render(self._tokenizer, row.prompt, is_open=True) for row in self._rows]
        ask = self._control.raise_if_stopped
        outputs = generate_greedy(model, self._tokenizer, prompts, self._max_new_tokens, ask)
        for row, output in zip(self._rows, outputs, strict=True):
            fault = _find_json_fault(output.text)
            # Whether the IR is valid is for the studio's checks to say; here it is only read as JSON.
            self._events.emit(
                "sample",
                step=state.global_step,
                id=row.id,
                output=output.text,
                stop_reason=output.stop_reason,
                parsed=fault is None,
                valid=None,
                errors=[fault] if fault else [],
            )


class CatchUpCallback(TrainerCallback):
    """Runs something once before the first step, when the weights of a checkpoint are already there."""

    def __init__(self, catch_up: Callable[[], None]):
        self._catch_up = catch_up

    def on_train_begin(self, args, state, control, **_):
        self._catch_up()


def _find_json_fault(text: str) -> str | None:
    try:
        json.loads(text)
    except ValueError as error:
        return str(error)
    return None


def _any_rank(is_asked: bool, args) -> bool:
    """True on every rank as soon as one was asked, so that none waits for another for ever."""
    if args.world_size == 1:
        return is_asked
    flag = torch.tensor(int(is_asked), device=args.device)
    torch.distributed.all_reduce(flag, torch.distributed.ReduceOp.MAX)
    return bool(flag.item())


def _read_random_state() -> dict:
    return {
        "python": random.getstate(),
        "numpy": numpy.random.get_state(),
        "torch": torch.random.get_rng_state(),
        "cuda": torch.cuda.random.get_rng_state() if torch.cuda.is_available() else None,
    }


def _write_random_state(state: dict) -> None:
    random.setstate(state["python"])
    numpy.random.set_state(state["numpy"])
    torch.random.set_rng_state(state["torch"])
    if state["cuda"] is not None:
        torch.cuda.random.set_rng_state(state["cuda"])
