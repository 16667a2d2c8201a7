"""HTTP to the studio, with the patience that a network needs and the errors that mean something."""

from __future__ import annotations

import http.client
import json
import random
import ssl
import threading
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from trainer.files import CHUNK_BYTES
from trainer.runner.say import say

TIMEOUT_SECONDS = 40.0
"""Longer than the longest wait for work."""
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 10.0
_TRY_AGAIN = {408, 425, 429}
_NETWORK_FAULTS = (
    urllib.error.URLError,
    ConnectionError,
    TimeoutError,
    ssl.SSLError,
    http.client.HTTPException,
    json.JSONDecodeError,
)


class TokenRefused(Exception):
    """The studio does not take this token any more."""


class LeaseLost(Exception):
    """The run belongs to somebody else now, or is gone."""


class UnknownRunner(Exception):
    """The studio has forgotten this runner."""


class EventGap(Exception):
    """The studio lacks events before these."""

    def __init__(self, expected: int):
        self.expected = expected
        super().__init__(f"expected seq {expected}")


class Refused(Exception):
    """Any other refusal: asking again would not help."""

    def __init__(self, status: int, reason: str | None, detail: str):
        self.status, self.reason = status, reason
        super().__init__(f"{status} {reason or ''} {detail}".strip())


class Unreachable(Exception):
    """No answer, or one that says: later."""

    def __init__(self, why: str, pause: float | None = None):
        self.pause = pause
        super().__init__(why)


class StudioClient:
    """One studio and one token. Safe from several threads."""

    def __init__(self, url: str, token: str, stop: threading.Event, timeout: float = TIMEOUT_SECONDS):
        self.url, self._token, self._stop, self._timeout = url.rstrip("/"), token, stop, timeout

    def post(self, path: str, body: dict, *, is_patient: bool = True) -> dict:
        """Send JSON and return the JSON answer. Patient: tries again until it gets one or the runner stops."""
        content = json.dumps(body, allow_nan=False).encode()
        headers = {"content-type": "application/json"}
        return self._keep_trying(lambda: json.loads(self._send("POST", path, headers, content)), is_patient)

    def put_file(self, path: str, file: Path, headers: dict[str, str]) -> dict:
        """Upload a file from its first byte."""

        def upload():
            with open(file, "rb") as content:
                length = {"content-length": str(file.stat().st_size), "content-type": "application/octet-stream"}
                return json.loads(self._send("PUT", path, headers | length, content))

        return self._keep_trying(upload, is_patient=True)

    def download(self, path: str, target: Path) -> None:
        """Fetch a file; one that breaks off is fetched again. The caller checks its hash."""

        def fetch():
            with self._open("GET", path, {}, None) as answer, open(target, "wb") as file:
                while chunk := answer.read(CHUNK_BYTES):
                    file.write(chunk)

        self._keep_trying(fetch, is_patient=True)

    def _keep_trying(self, request, is_patient: bool):
        pause = FIRST_PAUSE_SECONDS
        has_said = False
        while True:
            try:
                return _read_faults(request)
            except Unreachable as fault:
                if not is_patient or self._stop.wait(fault.pause or pause * random.uniform(0.7, 1.3)):
                    raise
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
                if not has_said:
                    say("waiting", message=f"The studio does not answer as it should; trying on. {fault}")
                has_said = True

    def _send(self, method: str, path: str, headers: dict[str, str], content) -> bytes:
        with self._open(method, path, headers, content) as answer:
            return answer.read()

    def _open(self, method: str, path: str, headers: dict[str, str], content):
        address = urllib.parse.urljoin(self.url + "/", path)
        if urllib.parse.urlsplit(address)[:2] != urllib.parse.urlsplit(self.url)[:2]:
            raise Refused(0, "other_origin", f"{address} is not on the studio; the token is not sent there.")
        request = urllib.request.Request(address, data=content, method=method, headers=headers)
        # Unredirected, so that a redirect to another host does not carry it along.
        request.add_unredirected_header("Authorization", f"Bearer {self._token}")
        return urllib.request.urlopen(request, timeout=self._timeout)


def _read_faults(request):
    """Run a request and give its fault the name that the runner acts on."""
    try:
        return request()
    except urllib.error.HTTPError as error:
        raise _name_refusal(error) from error
    except _NETWORK_FAULTS as error:  # Not every OSError: a full disk here is no matter of patience.
        raise Unreachable(f"{type(error).__name__}: {error}") from error


def _name_refusal(error: urllib.error.HTTPError) -> Exception:
    try:
        problem = json.loads(error.read() or b"{}")
    except (ValueError, OSError, http.client.HTTPException):
        problem = {}
    problem = problem if isinstance(problem, dict) else {}
    reason, detail = problem.get("reason"), str(problem.get("detail") or problem.get("title") or "")
    if error.code >= 500 or error.code in _TRY_AGAIN:
        pause = error.headers.get("retry-after", "")
        return Unreachable(f"{error.code} {detail}", float(pause) if pause.isdigit() else None)
    if error.code in (401, 403):
        return TokenRefused(detail)
    if reason in ("lease_lost", "unknown_run"):
        return LeaseLost(detail)
    if reason == "unknown_runner":
        return UnknownRunner(detail)
    if reason == "event_gap" and isinstance(problem.get("expectedSeq"), int):
        return EventGap(problem["expectedSeq"])
    return Refused(error.code, reason, detail)
