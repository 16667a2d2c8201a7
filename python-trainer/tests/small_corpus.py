"""Rows in the shape of the product's: a sentence in, an IR out."""

from __future__ import annotations

import json

SYSTEM = "You turn the description of a function into its IR."
NOUNS = ("price", "score", "age", "count", "weight", "depth", "rank", "speed")
VERBS = ("sum", "list", "sort", "find", "drop")


def make_rows(count: int) -> list[dict]:
    """Deterministic and all different; every family has one row."""
    return [make_row(index) for index in range(count)]


def make_row(index: int) -> dict:
    noun, verb, limit = NOUNS[index % len(NOUNS)], VERBS[index % len(VERBS)], index * 7 % 101
    ir = {"name": f"{verb}_{noun}", "effects": [f"{verb} each {noun} over {limit}"]}
    ir["literal"] = '"ok" ü ' + "é" * (index % 4)
    # Rows of very different length, so that batches need padding.
    ir["effects"] += [f"return the {noun} {step}" for step in range(index % 5)]
    return {
        "id": f"row-{index}",
        "group": f"family-{index}",
        "prompt": [
            {"role": "system", "content": SYSTEM},
            {"role": "user", "content": f"{verb.title()} every {noun} that is more than {limit}."},
        ],
        "completion": [{"role": "assistant", "content": to_canonical(ir)}],
    }


def to_canonical(ir: dict) -> str:
    return json.dumps(ir, ensure_ascii=False, separators=(", ", ": "))
