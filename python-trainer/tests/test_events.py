"""Event lines that any JSON reader takes."""

import json
import logging
import threading

import naive
import pytest

from trainer.events import EventLog, EventLogHandler, Heartbeat, encode_event, read_events, read_last_attempt
from trainer.redact import HIDDEN, redact


def parse_strictly(line: str) -> dict:
    def refuse(name):
        raise ValueError(name)

    return json.loads(line, parse_constant=refuse)


def test_what_is_not_finite_becomes_null_and_is_named():
    data = {"loss": float("nan"), "lr": 1e-4, "deep": {"values": [1.0, float("-inf")]}}
    event = parse_strictly(encode_event("run", 1, 1, "step", data).decode())
    assert event["data"]["loss"] is None
    assert event["data"]["deep"]["values"] == [1.0, None]
    assert event["data"]["nonfinite"] == ["loss", "deep.values[1]"]


def test_naive_line_is_no_json():
    with pytest.raises(ValueError, match="NaN"):
        parse_strictly(naive.write_event({"loss": float("nan")}))


def test_envelope():
    event = parse_strictly(encode_event("run", 2, 17, "log", {"level": "info", "message": "a\nb\u2028"}).decode())
    assert event.keys() == {"v", "seq", "ts", "run_id", "attempt", "type", "data"}
    assert (event["v"], event["seq"], event["run_id"], event["attempt"]) == (1, 17, "run", 2)
    assert event["ts"].endswith("Z")


def test_one_line_each_whatever_is_in_it():
    line = encode_event("run", 1, 1, "sample", {"output": "a\nb\r\n\u2028\x00\ud800"})
    assert line.count(b"\n") == 1
    assert parse_strictly(line.decode())["data"]["output"] == "a\nb\r\n\u2028\ufffd\ufffd"


def test_many_threads_leave_no_gap(tmp_path):
    log = EventLog(tmp_path / "events.jsonl", "run", 1)

    def talk():
        for _ in range(200):
            log.emit("log", level="info", message="x")

    threads = [threading.Thread(target=talk) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log.close()
    assert [event["seq"] for event in read_events(log.path)] == list(range(1, 1601))


def test_nothing_follows_the_terminal_event(tmp_path):
    log = EventLog(tmp_path / "events.jsonl", "run", 1)
    log.emit("run.finished", status="succeeded")
    log.emit("run.finished", status="failed")
    log.emit("log", level="info", message="late")
    log.close()
    assert [event["data"] for event in read_events(log.path)] == [{"status": "succeeded"}]


def test_a_half_last_line_is_cut_and_numbers_go_on(tmp_path):
    path = tmp_path / "events.jsonl"
    log = EventLog(path, "run", 1)
    log.emit("phase", name="sft")
    log.close()
    with open(path, "ab") as file:
        file.write(b'{"v":1,"seq":2,"ty')
    again = EventLog(path, "run", 1)
    again.emit("phase", name="sft")
    again.close()
    assert [event["seq"] for event in read_events(path)] == [1, 2]
    assert read_last_attempt(path) == 1


def test_heartbeats_stop_with_the_run(tmp_path):
    log = EventLog(tmp_path / "events.jsonl", "run", 1)
    with Heartbeat(log, lambda: {"rss_gib": 1.0}, seconds=0.01):
        while len(read_events(log.path)) < 3:
            pass
    log.emit("run.finished", status="succeeded")
    log.close()
    assert read_events(log.path)[-1]["type"] == "run.finished"


def test_library_warnings_are_told(tmp_path):
    log = EventLog(tmp_path / "events.jsonl", "run", 1)
    EventLogHandler(log).emit(logging.LogRecord("peft", logging.WARNING, "", 0, "careful: %s", ("x",), None))
    log.close()
    assert read_events(log.path)[0]["data"] == {"level": "warning", "message": "careful: x"}


def test_long_messages_are_cut():
    event = parse_strictly(encode_event("run", 1, 1, "log", {"message": "ü" * 9000}).decode())
    assert len(event["data"]["message"].encode()) <= 4096


@pytest.mark.parametrize(
    "text",
    [
        "got 401 for hf_abcdefghijklmnop",
        "Authorization: Bearer abcdefghijkl.mnop",
        "https://user:hunter2secret@example.org/x",
        "?token=abcdefgh123&x=1",
        '{"password": "correct horse"}',
        "the value is s3cr3t-value-here in the log",
    ],
)
def test_secrets_are_hidden(text):
    environment = {"STUDIO_TOKEN": "s3cr3t-value-here", "HOME": "/home/somebody"}
    shown = redact({"message": [text]}, environment)["message"][0]
    assert HIDDEN in shown
    for secret in ("hf_abc", "abcdefghijkl", "hunter2", "abcdefgh123", "correct", "s3cr3t"):
        assert secret not in shown
