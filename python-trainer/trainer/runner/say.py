"""The runner's own words: one JSON line a happening, for whoever started it."""

from __future__ import annotations

import json


def say(what: str, **more: object) -> None:
    print(json.dumps({"runner": what, **more}), flush=True)
