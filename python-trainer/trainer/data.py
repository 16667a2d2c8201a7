"""Rows of the frozen dataset, and what must hold of them before a GPU is paid for."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from trainer.failures import TrainerError

KEYS = {"id", "group", "prompt", "completion"}
SPLITS = ("train", "validation", "test")
NAMED = 10
"""Ids spelled out in an error; the rest is a count."""

REPAIR = "Freeze the dataset again in the studio and start a new run."


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    group: str
    prompt: list[dict]
    completion: list[dict]


@dataclass(frozen=True, slots=True)
class RowTokens:
    """Where the prompt of a row ends, in tokens."""

    id: str
    prompt: int
    total: int


def read_splits(folder: Path, names: tuple[str, ...] = ("train", "validation")) -> dict[str, list[Row]]:
    """The rows of each split. A fault in a file, an empty split or a group in two splits is an error."""
    splits = {name: read_rows(folder / f"{name}.jsonl") for name in SPLITS if (folder / f"{name}.jsonl").exists()}
    for name in names:
        if not splits.get(name):
            raise TrainerError(
                "bad_data", f"The {name} split has no rows.", "Accept samples of more families, then freeze again."
            )
    _refuse_shared(splits, "id", lambda row: row.id)
    _refuse_shared(splits, "group", lambda row: row.group)
    return splits


def read_rows(path: Path) -> list[Row]:
    rows: list[Row] = []
    seen: set[str] = set()
    for index, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        where = f"{path.name} line {index}"
        row = _read_row(line, where)
        if row.id in seen:
            raise TrainerError("bad_data", f"{where}: the id {row.id} is there twice.", REPAIR)
        seen.add(row.id)
        rows.append(row)
    return rows


def count_tokens(tokenizer, rows: list[Row]) -> list[RowTokens]:
    """Token counts as the trainer will see them. A prompt that is no prefix of its row would be masked wrongly."""
    counts, broken = [], []
    for row in rows:
        prompt = render(tokenizer, row.prompt, is_open=True)
        whole = render(tokenizer, row.prompt + row.completion)
        if whole[: len(prompt)] != prompt or len(whole) == len(prompt):
            broken.append(row.id)
        counts.append(RowTokens(row.id, len(prompt), len(whole)))
    if broken:
        raise TrainerError(
            "bad_data",
            f"The tokens of the prompt are not the start of the row's tokens: {name_ids(broken)}.",
            "The model's chat template changes the prompt when an answer follows; use another base model.",
        )
    return counts


def render(tokenizer, messages: list[dict], *, is_open: bool = False) -> list[int]:
    """Token ids of a conversation; open means that the assistant's turn is to be written. Serving uses the same."""
    return tokenizer.apply_chat_template(messages, add_generation_prompt=is_open, tokenize=True, return_dict=False)


def fit_rows(rows: list[Row], counts: list[RowTokens], max_length: int, overflow: str):
    """Rows that fit and reports of those dropped. Nothing is ever cut: half an IR teaches unfinished JSON."""
    long = {count.id: count.total for count in counts if count.total > max_length}
    if long and overflow == "error":
        raise TrainerError(
            "bad_data",
            f"{len(long)} rows are longer than {max_length} tokens: {name_ids(list(long))}.",
            f"Set max_length to {round_up(max(long.values()))} or more, or overflow to drop_and_report.",
        )
    dropped = [{"id": id, "reason": f"{total} tokens, more than max_length {max_length}"} for id, total in long.items()]
    return [row for row in rows if row.id not in long], dropped


def summarise_tokens(counts: list[RowTokens]) -> dict:
    totals = sorted(count.total for count in counts)
    at = lambda share: totals[min(len(totals) - 1, int(share * len(totals)))]  # noqa: E731
    return {"p50": at(0.5), "p95": at(0.95), "max": totals[-1], "sum": sum(totals)}


def hash_system_prompts(rows: list[Row]) -> list[str]:
    """Hashes of the system prompts in use; serving must send one of them."""
    texts = {message["content"] for row in rows for message in row.prompt if message["role"] == "system"}
    return sorted(hashlib.sha256(text.encode()).hexdigest() for text in texts)


def name_ids(ids: list[str]) -> str:
    rest = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    return ", ".join(ids[:NAMED]) + rest


def round_up(tokens: int, step: int = 256) -> int:
    return -(-tokens // step) * step


def _read_row(line: bytes, where: str) -> Row:
    try:
        raw = json.loads(line)
    except ValueError as error:
        raise TrainerError("bad_data", f"{where} is not JSON: {error}.", REPAIR) from None
    if not isinstance(raw, dict) or raw.keys() != KEYS:
        # Closed on purpose: a rejected output must not slip into supervised training under another name.
        raise TrainerError("bad_data", f"{where} must have exactly the keys {', '.join(sorted(KEYS))}.", REPAIR)
    fault = _find_fault(raw)
    if fault:
        raise TrainerError("bad_data", f"{where}, id {raw['id']}: {fault}.", REPAIR)
    return Row(raw["id"], raw["group"], raw["prompt"], raw["completion"])


def _find_fault(raw: dict) -> str | None:
    if not all(isinstance(raw[key], str) and raw[key] for key in ("id", "group")):
        return "id and group must be texts"
    if not _are_messages(raw["prompt"], ("system", "user")) or raw["prompt"][-1]["role"] != "user":
        return "the prompt must be messages by system and user that end with the user's"
    if not _are_messages(raw["completion"], ("assistant",)) or len(raw["completion"]) != 1:
        return "the completion must be one message by the assistant"
    try:
        answer = json.loads(raw["completion"][0]["content"])
    except ValueError:
        return "the completion is not JSON"
    if isinstance(answer, str):
        return "the completion is encoded twice: it is JSON text inside JSON text"
    return None if isinstance(answer, dict) else "the completion is not a JSON object"


def _are_messages(messages: object, roles: tuple[str, ...]) -> bool:
    return (
        isinstance(messages, list)
        and len(messages) > 0
        and all(
            isinstance(message, dict)
            and message.keys() == {"role", "content"}
            and message["role"] in roles
            and isinstance(message["content"], str)
            for message in messages
        )
    )


def _refuse_shared(splits: dict[str, list[Row]], word: str, key) -> None:
    owner: dict[str, str] = {}
    for name, rows in splits.items():
        shared = sorted({key(row) for row in rows if owner.get(key(row), name) != name})
        if shared:
            raise TrainerError(
                "bad_data",
                f"The {word} {name_ids(shared)} is in two splits, {owner[shared[0]]} and {name}.",
                "A score on rows seen in training means nothing. Freeze the dataset again.",
            )
        owner.update((key(row), name) for row in rows)
