"""Secrets never leave the machine in an event."""

from __future__ import annotations

import os
import re

_SECRET_NAME = re.compile(r"TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|CREDENTIAL", re.IGNORECASE)
_SHAPES = (
    re.compile(r"\b(?:hf|sk|pk|fndr?|ghp|gho|xox[abp])[_-][A-Za-z0-9_-]{8,}"),
    re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}"),
    re.compile(r"(?i)\b(token|secret|password|api[_-]?key)(\"?\s*[=:]\s*\"?)[^\s\"'&,]{4,}"),
    re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"),
)
HIDDEN = "[hidden]"


def redact(value: object, environment: dict[str, str] | None = None) -> object:
    """The same JSON value with secrets hidden: known shapes, and the values of secret environment variables."""
    secrets = _list_secrets(os.environ if environment is None else environment)
    return _redact(value, secrets)


def _redact(value: object, secrets: list[str]) -> object:
    if isinstance(value, str):
        return _redact_text(value, secrets)
    if isinstance(value, dict):
        return {key: _redact(inner, secrets) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_redact(inner, secrets) for inner in value]
    return value


def _redact_text(text: str, secrets: list[str]) -> str:
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    for shape in _SHAPES:
        text = shape.sub(HIDDEN, text)
    return text


def _list_secrets(environment) -> list[str]:
    return [value for name, value in environment.items() if _SECRET_NAME.search(name) and len(value) >= 8]
