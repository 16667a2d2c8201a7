"""What the model learns from: the completion and its end, whole, once, and nothing else."""

import json

import naive
import pytest
from conftest import write_rows
from small_corpus import make_rows

from trainer.data import Row, count_tokens, fit_rows, read_splits, render
from trainer.failures import TrainerError
from trainer.sft import check_labels


@pytest.fixture
def trainer(make_trainer, make_config):
    return make_trainer(make_config())


def decode_learned(tokenizer, ids, labels) -> str:
    for token, label in zip(ids, labels, strict=True):
        assert label in (-100, token)
    return tokenizer.decode([label for label in labels if label != -100])


def assert_learns_completion(tokenizer, row: Row, ids, labels) -> None:
    text = decode_learned(tokenizer, ids, labels)
    assert text == row.completion[0]["content"] + "<|im_end|>\n"
    assert all(label == -100 for token, label in zip(ids, labels, strict=True) if token == tokenizer.pad_token_id)


def test_labels_are_the_completion_in_a_mixed_batch(trainer, tokenizer, rows):
    batch = trainer.data_collator([trainer.train_dataset[index] for index in range(len(rows))])
    lengths = batch["attention_mask"].sum(dim=1)
    assert lengths.min() < lengths.max(), "the batch must need padding"
    for row, ids, labels in zip(rows, batch["input_ids"].tolist(), batch["labels"].tolist(), strict=True):
        assert_learns_completion(tokenizer, row, ids, labels)


def test_naive_labels_fail(tokenizer, rows):
    made = naive.labels_by_hand(tokenizer, rows[0], length=300)
    with pytest.raises(AssertionError):
        assert_learns_completion(tokenizer, rows[0], made["input_ids"], made["labels"])


def test_prompt_tokens_start_every_row_and_serving_renders_the_same(tokenizer, rows, trainer):
    for row, count, example in zip(rows, count_tokens(tokenizer, rows), trainer.train_dataset, strict=True):
        served = render(tokenizer, row.prompt, is_open=True)
        assert example["input_ids"][: count.prompt] == served
        assert tokenizer.decode(served).endswith("<|im_start|>assistant\n")
        assert naive.raw_prompt_ids(tokenizer, row) != served


def test_a_template_that_changes_the_prompt_is_refused(tokenizer, rows):
    """The library only warns; the mask would be off by the difference."""
    original = tokenizer.chat_template
    tokenizer.chat_template = "{% if not add_generation_prompt %}<|im_start|>{% endif %}" + original
    try:
        with pytest.raises(TrainerError, match="not the start") as caught:
            count_tokens(tokenizer, rows)
    finally:
        tokenizer.chat_template = original
    assert "row-0" in caught.value.message


def test_completion_is_encoded_once(trainer, tokenizer, rows):
    for row, example in zip(rows, trainer.train_dataset, strict=True):
        text = decode_learned(tokenizer, example["input_ids"], example["labels"])
        learned = json.loads(text.removesuffix("<|im_end|>\n"))
        assert isinstance(learned, dict)
        assert learned == json.loads(row.completion[0]["content"])


def test_naive_double_encoding_is_refused(tmp_path):
    rows = make_rows(2)
    rows[1]["completion"][0]["content"] = naive.encode_twice({"name": "f"})
    write_rows(tmp_path / "train.jsonl", rows)
    with pytest.raises(TrainerError, match="line 2, id row-1: the completion is encoded twice"):
        read_splits(tmp_path, ("train",))


def test_long_rows_are_an_error_that_names_them(tokenizer, rows):
    counts = count_tokens(tokenizer, rows)
    limit = sorted(count.total for count in counts)[-3]
    long = [count.id for count in counts if count.total > limit]
    assert long
    with pytest.raises(TrainerError) as caught:
        fit_rows(rows, counts, limit, "error")
    assert all(id in caught.value.message for id in long)
    kept, dropped = fit_rows(rows, counts, limit, "drop_and_report")
    assert [each["id"] for each in dropped] == long
    assert len(kept) == len(rows) - len(long)


def test_naive_cutting_loses_the_end(tokenizer, rows):
    """What the library does by default: the row stays, its end does not."""
    encoded = [render(tokenizer, row.prompt + row.completion) for row in rows]
    limit = max(map(len, encoded)) - 5
    assert any(tokenizer.eos_token_id not in ids[-3:] for ids in naive.cut_rows(encoded, limit))


def test_every_label_ends_the_turn(trainer, tokenizer):
    for example in trainer.train_dataset:
        assert tokenizer.eos_token_id in example["labels"][-3:]


def test_a_cut_row_behind_our_back_is_caught(trainer):
    """The last guard compares what the trainer prepared with the rows."""
    check_labels(trainer, trainer.material)
    trainer.train_dataset = trainer.train_dataset.map(lambda row: {"labels": row["labels"][:-4] + [-100] * 4})
    with pytest.raises(TrainerError, match="something else than the completion of row row-0"):
        check_labels(trainer, trainer.material)


@pytest.mark.parametrize("key", ["rejected", "chosen", "label", "verdict"])
def test_rejected_text_cannot_come_in(tmp_path, key):
    rows = make_rows(2)
    rows[0][key] = "a bad answer"
    write_rows(tmp_path / "train.jsonl", rows)
    with pytest.raises(TrainerError, match="exactly the keys"):
        read_splits(tmp_path, ("train",))


def test_no_rejected_text_is_learned(trainer, tokenizer, rows):
    rejected = [row.completion[0]["content"].replace('"name": "', '"name": "wrong_') for row in rows]
    learned = [decode_learned(tokenizer, each["input_ids"], each["labels"]) for each in trainer.train_dataset]

    def find_rejected(texts):
        return [bad for bad in rejected for text in texts if bad in text]

    assert find_rejected(learned) == []
    assert find_rejected(learned + rejected), "training on both sides of a pair would be seen"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda rows: rows[0].update(id="row-1"), "id row-1 is there twice"),
        (lambda rows: rows[0].update(group=""), "must be texts"),
        (lambda rows: rows[0].update(prompt=[]), "end with the user's"),
        (lambda rows: rows[0]["prompt"].append({"role": "assistant", "content": "x"}), "end with the user's"),
        (lambda rows: rows[0]["completion"].append(rows[0]["completion"][0]), "one message by the assistant"),
        (lambda rows: rows[0]["completion"][0].update(content="{"), "not JSON"),
        (lambda rows: rows[0]["completion"][0].update(content="[]"), "not a JSON object"),
        (lambda rows: rows.clear(), "train split has no rows"),
    ],
)
def test_bad_rows_are_named(tmp_path, spoil, words):
    rows = make_rows(3)
    spoil(rows)
    write_rows(tmp_path / "train.jsonl", rows)
    with pytest.raises(TrainerError, match=words) as caught:
        read_splits(tmp_path, ("train",))
    assert caught.value.code == "bad_data"


def test_a_group_in_two_splits_is_refused(tmp_path):
    rows = make_rows(6)
    rows[4]["group"] = rows[0]["group"]
    write_rows(tmp_path / "train.jsonl", rows[:3])
    write_rows(tmp_path / "validation.jsonl", rows[3:])
    with pytest.raises(TrainerError, match="group family-0 is in two splits"):
        read_splits(tmp_path)
