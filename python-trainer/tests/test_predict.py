"""Predictions: every item once per model, the same after a break, and never by the wrong weights."""

import json
import shutil
import signal
import time

import pytest
import torch
from conftest import write_rows
from safetensors.torch import load_file, save_file
from small_corpus import make_rows
from test_training import RUN

import trainer.predict
from trainer.files import pack_folders

BOTH = ["base", "adapter"]


@pytest.fixture(scope="module")
def shared():
    return {}


@pytest.fixture
def trained(shared, make_run_dir, start, tmp_path):
    """A run folder with an adapter, copied for each test."""
    if not shared:
        root = make_run_dir("trained", **RUN | {"eval__max_new_tokens": 12})
        assert start(root).wait() == 0
        shared["root"] = root
    copied = tmp_path / "evaluation"
    shutil.copytree(shared["root"], copied, ignore=shutil.ignore_patterns("events.jsonl", "checkpoints", ".lock"))
    return copied


def read_lines(root) -> list[dict]:
    return [json.loads(line) for line in (root / "out" / "predictions.jsonl").read_text().splitlines()]


def answers(root) -> dict:
    return {(line["model"], line["id"]): line["output"] for line in read_lines(root)}


def test_each_item_is_answered_once_by_each_model(trained, start):
    process = start(trained, predict=BOTH)
    code, data = process.finish()
    assert (code, data["status"]) == (0, "succeeded"), data
    lines = read_lines(trained)
    assert sorted((line["model"], line["id"]) for line in lines) == sorted(
        (model, f"row-{index}") for model in BOTH for index in range(30, 36)
    )
    assert all(line.keys() == {"id", "model", "output", "stop_reason", "output_tokens", "latency_ms"} for line in lines)
    assert all(line["stop_reason"] == "length" for line in lines if line["output_tokens"] == 12)
    outputs = answers(trained)
    assert all(outputs["base", f"row-{i}"] != outputs["adapter", f"row-{i}"] for i in range(30, 36))
    progress = [event["data"]["progress"] for event in process.of_type("phase") if "progress" in event["data"]]
    assert progress == sorted(progress)
    assert progress[-1] == 1


def wait_before_each_batch() -> None:
    real = trainer.predict.answer

    def slowly(*arguments):
        time.sleep(0.4)
        return real(*arguments)

    trainer.predict.answer = slowly


def test_broken_off_it_goes_on_and_answers_the_same(trained, start):
    start(trained, predict=BOTH).finish()
    whole = answers(trained)
    (trained / "out" / "predictions.jsonl").unlink()
    first = start(trained, predict=BOTH, before=wait_before_each_batch)
    first.wait_for(lambda _: len(read_if_there(trained)) >= 4, "some answers")
    first.send(signal.SIGTERM)
    code, data = first.finish()
    assert (code, data["status"]) == (3, "cancelled")
    some = len(read_lines(trained))
    assert 0 < some < 12
    with open(trained / "out" / "predictions.jsonl", "a") as file:
        file.write('{"id": "row-3')
    start(trained, predict=BOTH).finish()
    assert len(read_lines(trained)) == 12
    assert answers(trained) == whole


def read_if_there(root) -> list[dict]:
    return read_lines(root) if (root / "out" / "predictions.jsonl").exists() else []


def test_other_settings_start_anew(trained, start):
    start(trained, predict=["base"]).finish()
    config = json.loads((trained / "config.json").read_text())
    config["eval"]["max_new_tokens"] = 3
    (trained / "config.json").write_text(json.dumps(config))
    start(trained, predict=["base"]).finish()
    assert {line["output_tokens"] <= 3 for line in read_lines(trained)} == {True}


def test_an_adapter_on_other_weights_is_refused(trained, start):
    config = json.loads((trained / "config.json").read_text())
    config["seed"] = 7
    (trained / "config.json").write_text(json.dumps(config))
    code, data = start(trained, predict=BOTH).finish()
    assert (code, data["error"]["code"]) == (1, "base_model")
    assert "another base model" in data["error"]["message"]


def test_a_tensor_that_finds_no_place_is_an_error(trained, start):
    """Loading alone would only warn and score the base twice."""
    path = trained / "out" / "adapter" / "adapter_model.safetensors"
    tensors = load_file(path)
    save_file({name.replace("experts.lora_A", "experts.gate.lora_A"): each for name, each in tensors.items()}, path)
    code, data = start(trained, predict=["adapter"]).finish()
    assert (code, data["error"]["code"]) == (1, "base_model"), data
    assert "did not find their place" in data["error"]["message"]


def test_the_packed_adapter_is_enough(trained, start):
    shutil.rmtree(trained / "out" / "adapter")
    code, _ = start(trained, predict=["adapter"]).finish()
    assert code == 0


def test_an_adapter_that_leads_astray_is_not_unpacked(trained, start, tmp_path):
    shutil.rmtree(trained / "out" / "adapter")
    evil = tmp_path / "evil" / "adapter"
    evil.mkdir(parents=True)
    (evil / "x").write_text("x")
    pack_folders([evil], trained / "out" / "adapter.tar")
    content = (trained / "out" / "adapter.tar").read_bytes().replace(b"adapter/x", b"../../../")
    (trained / "out" / "adapter.tar").write_bytes(content)
    code, data = start(trained, predict=["adapter"]).finish()
    assert (code, data["status"]) == (1, "failed")


def test_no_test_rows(trained, start):
    write_rows(trained / "data" / "test.jsonl", [])
    code, data = start(trained, predict=["base"]).finish()
    assert (code, data["error"]["code"]) == (4, "bad_data")


def test_a_test_row_seen_in_training_is_refused(trained, start):
    rows = make_rows(36)
    rows[35]["group"] = rows[0]["group"]
    write_rows(trained / "data" / "test.jsonl", rows[30:])
    code, data = start(trained, predict=["base"]).finish()
    assert (code, data["error"]["code"]) == (4, "bad_data")
    assert "family-0 is in two splits" in data["error"]["message"]


def test_a_model_from_files_is_trained_and_evaluated(make_run_dir, start, model, tokenizer, tmp_path):
    """What a real model goes through, with the tiny one saved to disk in its stead."""
    saved = tmp_path / "model"
    model.save_pretrained(saved)
    tokenizer.save_pretrained(saved)
    base = {"base_model__id": str(saved), "base_model__revision": "0" * 40, "eval__max_new_tokens": 4}
    root = make_run_dir(**RUN | base)
    code, data = start(root).finish()
    assert (code, data["status"]) == (0, "succeeded"), data
    assert json.loads((root / "out" / "report.json").read_text())["base_model"]["revision"] == "0" * 40
    (root / "data" / "train.jsonl").unlink()
    code, data = start(root, predict=BOTH).finish()
    assert (code, data["status"]) == (0, "succeeded"), data
    assert len(read_lines(root)) == 12


def test_a_model_that_cannot_be_loaded_has_a_name(make_run_dir, start):
    base = {"base_model__id": "nobody/no-such-model", "base_model__revision": "0" * 40}
    code, data = start(make_run_dir(**RUN | base)).finish()
    assert (code, data["error"]["code"]) == (1, "base_model")
    assert "could not be loaded" in data["error"]["message"]


def test_exported_merged_and_reloaded_are_the_same_model(trained, tmp_path):
    """The folder gives the trained logits back; merged into the weights too."""
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    from trainer.base_model import load_model, load_tokenizer
    from trainer.config import TrainConfig
    from trainer.data import read_rows, render

    config = TrainConfig.load(trained / "config.json")
    rows = read_rows(trained / "data" / "train.jsonl")
    own = load_tokenizer(config, rows)
    ids = torch.tensor([render(own, rows[0].prompt + rows[0].completion)])
    with torch.no_grad():
        plain = load_model(config, own).eval()(input_ids=ids).logits
        adapted = PeftModel.from_pretrained(load_model(config, own), str(trained / "out" / "adapter")).eval()
        logits = adapted(input_ids=ids).logits
        again = PeftModel.from_pretrained(load_model(config, own), str(trained / "out" / "adapter")).eval()
        assert torch.equal(again(input_ids=ids).logits, logits)
        assert (logits - plain).abs().max() > 1e-2
        merged = adapted.merge_and_unload()
        assert (merged(input_ids=ids).logits - logits).abs().max() < 1e-4
        merged.save_pretrained(tmp_path / "merged")
        reloaded = AutoModelForCausalLM.from_pretrained(tmp_path / "merged").eval()
        assert (reloaded(input_ids=ids).logits - logits).abs().max() < 1e-4
