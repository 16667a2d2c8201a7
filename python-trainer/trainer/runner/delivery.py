"""Events and artifacts, delivered once although they may be sent twice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from trainer.checkpoints import list_checkpoints, read_manifest, step_of
from trainer.events import read_events
from trainer.files import pack_folders, sha256_file
from trainer.run_dir import RunDir
from trainer.runner.client import EventGap, Refused, StudioClient
from trainer.runner.work import Standing, Work

BATCH_EVENTS, BATCH_BYTES = 200, 512 * 1024
UPLOADS = 3
LOG_BYTES = 256 * 1024


class EventForwarder:
    """Sends the events of one attempt in order, and remembers on disk how far the studio has them."""

    def __init__(self, client: StudioClient, standing: Standing, events: Path):
        self.client, self._standing, self._events = client, standing, events
        self._offset = 0
        self._waiting: list[dict] = []

    def forward(self) -> None:
        """Send all whole lines that are there."""
        self._read_new()
        while self._waiting:
            batch = _take_batch(self._waiting)
            work = self._standing.work
            try:
                answer = self.client.post(work.address("events"), {**work.lease, "events": batch})
            except EventGap as gap:
                self._read_again(gap.expected)
                continue
            self._standing.last_seq = answer["lastSeq"]
            self._standing.save()
            self._waiting = [event for event in self._waiting if event["seq"] > answer["lastSeq"]]

    def read_terminal(self) -> dict | None:
        """The data of this attempt's terminal event, if it has one."""
        for event in reversed(self._read_lines(0)[0]):
            if event["type"] == "run.finished":
                return event["data"]
        return None

    def _read_new(self) -> None:
        events, self._offset = self._read_lines(self._offset)
        self._waiting += [event for event in events if event["seq"] > self._standing.last_seq]

    def _read_again(self, expected: int) -> None:
        events, self._offset = self._read_lines(0)
        self._waiting = [event for event in events if event["seq"] >= expected]
        if not self._waiting or self._waiting[0]["seq"] != expected:
            raise Refused(409, "event_gap", f"the studio wants event {expected}, which this runner does not have")

    def _read_lines(self, offset: int) -> tuple[list[dict], int]:
        if not self._events.exists():
            return [], 0
        with open(self._events, "rb") as file:
            file.seek(offset)
            content = file.read()
        whole = content.rfind(b"\n") + 1
        events = [json.loads(line) for line in content[:whole].split(b"\n") if line]
        return [event for event in events if event["attempt"] == self._standing.work.attempt], offset + whole


def discard_unheard(standing: Standing) -> None:
    """Drop checkpoints behind steps that were never delivered; going on from them would leave a gap in the curve."""
    run_dir = RunDir(standing.path.parent)
    unheard = [
        event["data"]["step"]
        for event in read_events(run_dir.events)
        if event["type"] == "step" and event["attempt"] == standing.work.attempt and event["seq"] > standing.last_seq
    ]
    for checkpoint in list_checkpoints(run_dir.checkpoints):
        if unheard and step_of(checkpoint) >= min(unheard):
            shutil.rmtree(checkpoint)


def upload(client: StudioClient, work: Work, kind: str, file: Path) -> str:
    """Send a file; returns the artifact's id. A body that arrives changed is sent again a few times."""
    for attempt in range(1, UPLOADS + 1):
        try:
            answer = client.put_file(
                work.address(f"artifacts/{kind}"),
                file,
                {
                    "x-foundry-sha256": sha256_file(file),
                    "x-foundry-lease-token": work.lease_token,
                    "x-foundry-attempt": str(work.attempt),
                    "x-foundry-file-name": file.name,
                },
            )
            return answer["artifactId"]
        except Refused as refusal:
            if refusal.reason != "checksum_mismatch" or attempt == UPLOADS:
                raise
    raise AssertionError("unreachable")


def upload_results(client: StudioClient, work: Work, run_dir: RunDir) -> None:
    """What a success leaves behind."""
    files = {"adapter_peft": run_dir.adapter_archive, "report": run_dir.report}
    if work.kind == "evaluate":
        files = {"predictions": run_dir.predictions}
    for kind, file in files.items():
        upload(client, work, kind, file)


def upload_checkpoint(forwarder: EventForwarder, work: Work, run_dir: RunDir) -> None:
    """The newest checkpoint and the best one, so that another machine can go on.

    Events go first, so that the studio never holds a checkpoint of a step it has not heard of.
    """
    whole = [path for path in list_checkpoints(run_dir.checkpoints) if read_manifest(path)]
    if not whole:
        return
    state = json.loads((whole[0] / "trainer_state.json").read_text(encoding="utf-8"))
    best = f"checkpoint-{state['best_global_step']}"
    archive = run_dir.root / "checkpoint.tar"
    try:
        pack_folders([path for path in whole if path == whole[0] or path.name == best], archive)
    except FileNotFoundError:
        return  # The trainer pruned one at this moment; the next upload has the newer ones.
    forwarder.forward()
    upload(forwarder.client, work, "checkpoint", archive)
    archive.unlink()


def upload_log(client: StudioClient, work: Work, log: Path) -> None:
    if log.exists():
        tail = log.with_name("trainer.log.tail")
        tail.write_bytes(log.read_bytes()[-LOG_BYTES:])
        tail.replace(log)
        upload(client, work, "log", log)


def _take_batch(events: list[dict]) -> list[dict]:
    batch, size = [], 0
    for event in events[:BATCH_EVENTS]:
        size += len(json.dumps(event))
        if batch and size > BATCH_BYTES:
            break
        batch.append(event)
    return batch
