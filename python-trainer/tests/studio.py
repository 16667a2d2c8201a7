"""A small studio that speaks the runner's protocol over real HTTP, and can be told to misbehave."""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TOKEN = "fndr_a-token-of-the-tests"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass
class Run:
    run_id: str
    kind: str
    config: str
    files: dict[str, bytes]
    models: list[str] = field(default_factory=list)
    attempt: int = 0
    lease_expires: float = 0.0
    is_open: bool = True
    is_cancelled: bool = False
    events: dict[int, list[dict]] = field(default_factory=dict)
    duplicates: int = 0
    artifacts: dict[str, bytes] = field(default_factory=dict)
    finishes: list[dict] = field(default_factory=list)

    def all_events(self) -> list[dict]:
        return [event for attempt in sorted(self.events) for event in self.events[attempt]]

    @property
    def status(self) -> str | None:
        return self.finishes[-1]["status"] if self.finishes else None


@dataclass
class Fault:
    """What happens to the next requests whose path matches."""

    path: str
    kind: str
    times: int = 1


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A runner that was killed leaves broken connections, which is what the tests are about."""


class Studio:
    def __init__(self, lease_seconds: float = 60.0, port: int = 0):
        self.lease_seconds, self.heartbeat_seconds = lease_seconds, 0.2
        self.token = TOKEN
        self.runs: dict[str, Run] = {}
        self.faults: list[Fault] = []
        self.requests: list[tuple[str, str]] = []
        self.registrations: list[dict] = []
        self.lock = threading.RLock()
        self._server = self._open(port)

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def reopen(self) -> None:
        """The same state behind the same port, as after a restart."""
        self._server = self._open(self.port)

    def _open(self, port: int) -> Server:
        server = Server(("127.0.0.1", port), _make_handler(self))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def add(
        self, run_id: str, root: Path, kind: str = "train", models=(), extra: dict[str, bytes] | None = None
    ) -> Run:
        names = ("train.jsonl", "validation.jsonl") if kind == "train" else ("train.jsonl", "test.jsonl")
        files = {name: (root / "data" / name).read_bytes() for name in names} | (extra or {})
        run = Run(run_id, kind, (root / "config.json").read_text(), files, list(models))
        with self.lock:
            self.runs[run_id] = run
        return run

    def hand_out(self) -> dict | None:
        """The first run that nobody holds, leased."""
        with self.lock:
            for run in self.runs.values():
                if run.is_open and time.monotonic() > run.lease_expires:
                    run.attempt += 1
                    run.lease_expires = time.monotonic() + self.lease_seconds
                    return self.describe(run)
        return None

    def describe(self, run: Run) -> dict:
        return {
            "kind": run.kind,
            "runId": run.run_id,
            "attempt": run.attempt,
            "leaseToken": f"lease-{run.run_id}-{run.attempt}",
            "config": run.config,
            "configSha256": sha256(run.config.encode()),
            "models": run.models,
            "files": [
                {
                    "name": name,
                    "sha256": sha256(content),
                    "byteCount": len(content),
                    "url": f"/files/{run.run_id}/{name}",
                }
                for name, content in run.files.items()
            ],
            "resumeFrom": self.describe_checkpoint(run),
        }

    def describe_checkpoint(self, run: Run) -> dict | None:
        content = run.artifacts.get("checkpoint")
        if content is None:
            return None
        return {"artifactId": "checkpoint", "sha256": sha256(content), "url": f"/files/{run.run_id}/checkpoint"}

    def take_fault(self, path: str) -> str | None:
        with self.lock:
            for fault in self.faults:
                if fault.times > 0 and re.search(fault.path, path):
                    fault.times -= 1
                    return fault.kind
        return None


class Problem(Exception):
    def __init__(self, status: int, reason: str, **more):
        self.status, self.body = status, {"reason": reason, "title": reason, **more}


def _make_handler(studio: Studio):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self._answer("GET")

        def do_POST(self):
            self._answer("POST")

        def do_PUT(self):
            self._answer("PUT")

        def _answer(self, method: str):
            studio.requests.append((method, self.path))
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            fault = studio.take_fault(self.path)
            try:
                if fault == "reset":
                    return self._reset()
                if fault == "500":
                    raise Problem(500, "broken")
                status, answer = self._route(method, body, fault)
                if fault == "reset after":
                    return self._reset()
            except Problem as problem:
                status, answer = problem.status, problem.body
            content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            if fault == "garbled":
                content = content[:-1] + b"~"
            self.send_response(status)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _reset(self):
            self.close_connection = True
            self.connection.close()

        def _route(self, method: str, body: bytes, fault: str | None):
            if self.headers.get("authorization") != f"Bearer {studio.token}":
                raise Problem(401, "unauthorized")
            if method == "GET":
                _, _, run_id, name = self.path.split("/")
                run = studio.runs[run_id]
                return 200, run.files.get(name) or run.artifacts[name]
            if self.path == "/api/runner/register":
                studio.registrations.append(json.loads(body))
                return 200, {"runnerId": "runner-1", "heartbeatSeconds": studio.heartbeat_seconds, "leaseSeconds": 60}
            if self.path == "/api/runner/work":
                return 200, {"work": self._wait_for_work()}
            _, _, _, _, run_id, what, *kind = self.path.split("/")
            if method == "PUT":
                return self._take_artifact(run_id, kind[0], body if fault != "changed" else body[:-1] + b"!")
            return self._take_message(run_id, what, json.loads(body))

        def _wait_for_work(self):
            deadline = time.monotonic() + 0.5
            while time.monotonic() < deadline:
                if work := studio.hand_out():
                    return work
                time.sleep(0.02)
            return None

        def _hold(self, run_id: str, attempt: int, lease: str) -> Run:
            run = studio.runs.get(run_id)
            if run is None:
                raise Problem(404, "unknown_run")
            if attempt != run.attempt or lease != f"lease-{run_id}-{attempt}":
                raise Problem(409, "lease_lost")
            run.lease_expires = time.monotonic() + studio.lease_seconds
            return run

        def _take_message(self, run_id: str, what: str, message: dict):
            with studio.lock:
                run = self._hold(run_id, message["attempt"], message["leaseToken"])
                if what == "heartbeat":
                    return 200, {"leaseExpiresAt": "2026-11-23T00:00:00Z", "cancel": run.is_cancelled}
                if what == "events":
                    return 200, {"lastSeq": self._take_events(run, message["events"])}
                run.finishes.append(message)
                run.is_open = message["status"] == "lost"
                run.lease_expires = 0.0
                return 200, {}

        def _take_events(self, run: Run, events: list[dict]) -> int:
            known = run.events.setdefault(run.attempt, [])
            last = known[-1]["seq"] if known else 0
            if events[0]["seq"] > last + 1:
                raise Problem(409, "event_gap", expectedSeq=last + 1)
            new = [event for event in events if event["seq"] > last]
            run.duplicates += len(events) - len(new)
            assert [event["seq"] for event in new] == list(range(last + 1, last + 1 + len(new)))
            known += new
            return known[-1]["seq"]

        def _take_artifact(self, run_id: str, kind: str, body: bytes):
            with studio.lock:
                run = self._hold(run_id, int(self.headers["x-foundry-attempt"]), self.headers["x-foundry-lease-token"])
                if sha256(body) != self.headers["x-foundry-sha256"]:
                    raise Problem(422, "checksum_mismatch")
                run.artifacts[kind] = body
                return 201, {"artifactId": f"{kind}-1"}

        def log_message(self, *_):
            pass

    return Handler
