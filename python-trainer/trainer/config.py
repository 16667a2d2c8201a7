"""The settings of one run: frozen, closed to typos, and the same rules as contract/training-config.schema.json."""

from __future__ import annotations

import dataclasses
import json
import math
import re
import typing
from dataclasses import dataclass, field
from pathlib import Path

TINY_MODEL = "tiny-random-qwen3-moe"
"""Not a download: a random Qwen3-MoE built at run time, so that the whole chain runs on a CPU."""

SEED_LIMIT = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a config: where (JSON Pointer), what is allowed, what to do."""

    path: str
    message: str


class ConfigError(ValueError):
    """The config cannot be run. Carries every problem, not only the first."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("; ".join(f"{problem.path or '/'}: {problem.message}" for problem in problems))


def number(minimum: float, maximum: float, *, nullable: bool = False):
    """A setting between two bounds, both allowed."""
    return field(metadata={"minimum": minimum, "maximum": maximum, "nullable": nullable})


def choice(*values: str):
    """A setting that is one of a few words."""
    return field(metadata={"enum": values})


def text(pattern: str, meaning: str, *, nullable: bool = False):
    """A setting that matches a pattern; the meaning is what the error says."""
    return field(metadata={"pattern": pattern, "meaning": meaning, "nullable": nullable})


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseModel:
    id: str = text(r"^.{1,200}$", "a model name of 1 to 200 characters")
    """Name on the model hub, or TINY_MODEL."""
    revision: str | None = text(r"^[0-9a-f]{40}$", "a commit of 40 hexadecimal digits", nullable=True)
    """Exact commit, so that the same run can be made again next year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lora:
    r_attention: int = number(0, 256)
    """Adapter width on q, k, v and o; 0 leaves attention alone."""
    r_expert: int = number(0, 64)
    """Adapter width per expert. Total rank divided by the active experts: 32 / 8 = 4."""
    alpha: int = number(1, 512)
    """Scale of the update is alpha / rank."""
    dropout: float = number(0, 0.3)
    """Must be 0 when experts are adapted: dropout does not exist on fused expert weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyStopping:
    patience: int = number(0, 20)
    """Evaluations without improvement before training stops; 0 turns it off."""
    min_delta: float = number(0, 10)
    """Smaller improvements of the validation loss do not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sft:
    epochs: float = number(0.1, 10)
    learning_rate: float = number(1e-6, 2e-3)
    """Ten times what full fine-tuning would want."""
    lr_scheduler: str = choice("cosine", "linear", "constant_with_warmup")
    warmup: float = number(0, 0.3)
    """Share of all steps."""
    per_device_batch: int = number(1, 64)
    grad_accum: int = number(1, 128)
    weight_decay: float = number(0, 0.3)
    max_grad_norm: float = number(0.1, 10)
    router_aux_loss_coef: float = number(0, 0.01)
    """The router is frozen, so more than 0 only blurs the loss curve."""
    packing: bool = field()
    gradient_checkpointing: bool = field()
    """Less memory, about a third more time."""
    loss_type: str = choice("chunked_nll", "nll")
    early_stopping: EarlyStopping = field()


@dataclass(frozen=True, slots=True, kw_only=True)
class Eval:
    evals_per_epoch: int = number(1, 20)
    generate_samples: int = number(0, 64)
    """Validation rows written out by the model at each evaluation."""
    max_new_tokens: int = number(1, 32768)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    keep: int = number(1, 10)
    """Newest checkpoints kept; the best one is always kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    max_wall_seconds: int = number(60, 604_800)
    """Counted per attempt; the run then stops with a checkpoint."""
    max_cost_usd: float | None = number(0.01, 100_000, nullable=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardware:
    min_vram_gib: float = number(0, 1024)
    """0 allows a CPU."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig:
    preset: str = choice("smoke", "30b-bf16")
    base_model: BaseModel = field()
    dtype: str = choice("bfloat16", "float32")
    method: str = choice("sft")
    seed: int = number(0, SEED_LIMIT)
    """Seeds the adapter's first weights, and the tiny model's."""
    data_seed: int = number(0, SEED_LIMIT)
    """Seeds the order of the rows."""
    max_length: int = number(256, 32768)
    """Tokens of prompt and completion together."""
    overflow: str = choice("error", "drop_and_report")
    """What happens to a longer row. It is never cut: half an IR teaches unfinished JSON."""
    lora: Lora = field()
    sft: Sft = field()
    eval: Eval = field()
    checkpoint: Checkpoint = field()
    resume: str = text(r"^(auto|never|checkpoint-[0-9]+)$", "auto, never or checkpoint-<step>")
    limits: Limits = field()
    hardware: Hardware = field()
    num_gpus: int = number(1, 8)

    @property
    def is_tiny(self) -> bool:
        return self.base_model.id == TINY_MODEL

    @property
    def effective_batch(self) -> int:
        """Rows per optimizer step over all GPUs."""
        return self.sft.per_device_batch * self.sft.grad_accum * self.num_gpus

    @classmethod
    def load(cls, path: Path) -> TrainConfig:
        """The config of a file. Raises ConfigError naming each field that is wrong."""
        try:
            raw = json.loads(path.read_text(encoding="utf-8"), parse_constant=_refuse_constant)
        except FileNotFoundError:
            raise ConfigError([Problem("", f"{path.name} is missing. Put the run's config there.")]) from None
        except ValueError as error:
            raise ConfigError([Problem("", f"{path.name} is not JSON: {error}.")]) from None
        return parse_config(raw)

    def to_json(self) -> dict:
        return dataclasses.asdict(self)


def parse_config(raw: object) -> TrainConfig:
    """A checked config from parsed JSON. Raises ConfigError with all problems."""
    problems: list[Problem] = []
    config = _parse_object(TrainConfig, raw, "", problems)
    if not problems:
        problems = _find_contradictions(config)
    if problems:
        raise ConfigError(problems)
    return config


def _parse_object(kind: type, raw: object, path: str, problems: list[Problem]):
    if not isinstance(raw, dict):
        problems.append(Problem(path, f"must be an object, not {_name_type(raw)}."))
        return None
    hints = typing.get_type_hints(kind)
    values = {}
    for spec in dataclasses.fields(kind):
        where = f"{path}/{spec.name}"
        if spec.name not in raw:
            problems.append(Problem(where, "is missing. A config is complete: start from a preset and change it."))
        elif dataclasses.is_dataclass(hints[spec.name]):
            values[spec.name] = _parse_object(hints[spec.name], raw[spec.name], where, problems)
        else:
            values[spec.name] = _parse_value(hints[spec.name], spec.metadata, raw[spec.name], where, problems)
    for name in sorted(raw.keys() - {spec.name for spec in dataclasses.fields(kind)}):
        problems.append(Problem(f"{path}/{name}", "is not a setting of this trainer. Remove it."))
    return None if problems else kind(**values)


def _parse_value(hint: object, rule: typing.Mapping, raw: object, path: str, problems: list[Problem]):
    if raw is None and rule.get("nullable"):
        return None
    base = next(part for part in (*typing.get_args(hint), hint) if part is not type(None))
    if base is bool:
        fault = None if isinstance(raw, bool) else "true or false"
    elif base is str:
        fault = _find_text_fault(rule, raw)
    else:
        fault = _find_number_fault(base, rule, raw)
        raw = raw if fault else base(raw)
    if fault:
        problems.append(Problem(path, f"must be {fault}, not {json.dumps(raw, default=str)[:80]}."))
    return raw


def _find_text_fault(rule: typing.Mapping, raw: object) -> str | None:
    if "enum" in rule:
        return None if raw in rule["enum"] else f"one of {', '.join(rule['enum'])}"
    is_match = isinstance(raw, str) and re.search(rule["pattern"].replace("$", r"\Z"), raw)
    return None if is_match else rule["meaning"]


def _find_number_fault(base: type, rule: typing.Mapping, raw: object) -> str | None:
    kind = "a whole number" if base is int else "a number"
    wanted = f"{kind} from {rule['minimum']:g} to {rule['maximum']:g}"
    if base is int:
        wanted = f"{kind} from {rule['minimum']} to {rule['maximum']}"
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not math.isfinite(raw):
        return wanted
    if base is int and raw != int(raw):
        return wanted
    return None if rule["minimum"] <= raw <= rule["maximum"] else wanted


def _find_contradictions(config: TrainConfig) -> list[Problem]:
    problems = []
    if config.base_model.revision is None and not config.is_tiny:
        problems.append(
            Problem("/base_model/revision", "is needed for a real model: name the commit, 40 hexadecimal digits.")
        )
    if config.lora.r_attention == 0 and config.lora.r_expert == 0:
        problems.append(Problem("/lora", "trains nothing: set r_attention or r_expert above 0."))
    if config.lora.dropout > 0 and config.lora.r_expert > 0:
        problems.append(Problem("/lora/dropout", "must be 0 while r_expert is above 0: experts have no dropout."))
    if config.sft.packing:
        problems.append(
            Problem("/sft/packing", "must be false: without FlashAttention, packed rows read each other's text.")
        )
    if config.sft.epochs * config.eval.evals_per_epoch < 3:
        problems.append(
            Problem("/eval/evals_per_epoch", "gives fewer than 3 evaluations a run: raise it, or train longer.")
        )
    return problems


def _refuse_constant(name: str):
    raise ValueError(f"{name} is not a JSON number")


def _name_type(raw: object) -> str:
    return {list: "a list", str: "text", type(None): "null"}.get(type(raw), "a single value")
