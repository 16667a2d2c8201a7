"""TRL's SFTTrainer with checkpoints that appear whole, and a resume that misses nothing."""

from __future__ import annotations

from pathlib import Path

import torch
from transformers.trainer import TRAINER_STATE_NAME
from trl import SFTTrainer

from trainer.checkpoints import Identity, SavedCheckpoint, prune_checkpoints, write_manifest
from trainer.events import EventLog
from trainer.files import new_folder, partial_name


class RecipeTrainer(SFTTrainer):
    def __init__(self, *, checkpoints: Path, keep: int, identity: Identity, events: EventLog, **kwargs):
        super().__init__(**kwargs)
        self._checkpoints, self._keep, self._identity, self._events = checkpoints, keep, identity, events
        self._staging: Path | None = None
        self._resumed: SavedCheckpoint | None = None

    def train_from(self, saved: SavedCheckpoint | None) -> None:
        """Train, from the start or from a checkpoint."""
        self._resumed = saved
        self.train(resume_from_checkpoint=None if saved is None else str(saved.path))

    def save_before_evaluation(self) -> None:
        """Keep the step just made although its evaluation was broken off; a resume does that first."""
        self._save_whole(self.model, is_evaluation_pending=True)

    def catch_up_on_evaluation(self) -> None:
        """Do the evaluation that was broken off, and give its checkpoint the standing it would have had."""
        if self._resumed is None or not self._resumed.is_evaluation_pending:
            return
        metrics = self._evaluate(None, None, skip_scheduler=True)
        self._determine_best_metric(metrics, None)
        self._load_rng_state(str(self._resumed.path))
        self._save_whole(self.model, is_evaluation_pending=False)

    def prediction_step(self, model, inputs, prediction_loss_only, ignore_keys=None):
        tokens = (inputs["labels"][:, 1:] != -100).sum()
        result = super().prediction_step(model, inputs, prediction_loss_only, ignore_keys)
        self._validation += torch.stack([result[0].detach() * tokens, tokens])
        return result

    def evaluation_loop(self, *args, **kwargs):
        """The loss per token: the library's mean of batch means changes with the batch size."""
        self._validation = torch.zeros(2, device=self.args.device)
        output = super().evaluation_loop(*args, **kwargs)
        loss, tokens = self.accelerator.reduce(self._validation, "sum").tolist()
        output.metrics["eval_loss"] = loss / tokens
        return output

    def _init_training_state(self, *args, **kwargs):
        progress = super()._init_training_state(*args, **kwargs)
        # The recorded path is that of the machine that wrote it.
        if self.state.best_global_step:
            best = self._checkpoints / f"checkpoint-{self.state.best_global_step}"
            self.state.best_model_checkpoint = str(best) if best.is_dir() else None
        return progress

    def _get_output_dir(self, trial=None) -> str:
        return str(self._staging or self._checkpoints)

    def _save_checkpoint(self, model, trial) -> None:
        self._save_whole(model, is_evaluation_pending=False)

    def _save_whole(self, model, is_evaluation_pending: bool) -> None:
        step = self.state.global_step
        target = self._checkpoints / f"checkpoint-{step}"
        if self.args.should_save:
            with new_folder(target) as partial:
                self._write_with_transformers(partial, model, step)
                _move_up(partial / target.name)
                manifest = write_manifest(partial, step, self._identity, is_evaluation_pending)
            self._announce(target, manifest)
        else:
            self._write_with_transformers(partial_name(target), model, step)
        self.accelerator.wait_for_everyone()

    def _write_with_transformers(self, partial: Path, model, step: int) -> None:
        """Every rank writes its own files into the same unfinished folder, one level down."""
        self.accelerator.wait_for_everyone()
        self._staging = partial
        try:
            # Past SFTTrainer's own method, which only adds a model card.
            super(SFTTrainer, self)._save_checkpoint(model, None)
        finally:
            self._staging = None
        self.accelerator.wait_for_everyone()
        if self.state.best_global_step == step:
            self.state.best_model_checkpoint = str(self._checkpoints / f"checkpoint-{step}")
            if self.args.should_save:
                self.state.save_to_json(str(partial / f"checkpoint-{step}" / TRAINER_STATE_NAME))

    def _announce(self, target: Path, manifest: dict) -> None:
        best, step = self.state.best_model_checkpoint, manifest["step"]
        prune_checkpoints(self._checkpoints, self._keep, Path(best) if best else None)
        self._events.emit(
            "checkpoint",
            step=step,
            path=f"out/checkpoints/{target.name}",
            bytes=manifest["bytes"],
            sha256=manifest["sha256"],
            is_best=self.state.best_global_step == step and not manifest["is_evaluation_pending"],
            resumable=True,
        )


def _move_up(inner: Path) -> None:
    """Transformers names the folder itself; ours is the one around it."""
    for path in inner.iterdir():
        path.rename(inner.parent / path.name)
    inner.rmdir()
