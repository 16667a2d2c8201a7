"""Padding, accumulation and several processes change the schedule of the arithmetic, not its result."""

import naive
import pytest
import torch
from test_lora import masked_loss

from trainer.data import render
from trainer.generate import generate_greedy


def test_padding_does_not_change_the_loss_of_a_row(make_trainer, make_config):
    trainer = make_trainer(make_config())
    examples = [trainer.train_dataset[index] for index in range(8)]
    together = trainer.data_collator(examples)
    for index, example in enumerate(examples):
        alone = masked_loss(trainer.model, trainer.data_collator([example]))
        padded = masked_loss(trainer.model, {name: each[index : index + 1] for name, each in together.items()})
        assert padded == pytest.approx(alone, abs=1e-5)


def test_left_padded_generation_equals_unpadded(base_model, tokenizer, rows):
    prompts = [render(tokenizer, row.prompt, is_open=True) for row in rows[:6]]
    prompts[1] = prompts[1][:10] + prompts[1][-5:]
    assert len({len(prompt) for prompt in prompts}) > 1
    together = generate_greedy(base_model, tokenizer, prompts, 12)
    alone = [generate_greedy(base_model, tokenizer, [prompt], 12)[0] for prompt in prompts]
    assert together == alone


def test_naive_right_padding_answers_the_padding(base_model, tokenizer, rows):
    prompts = [render(tokenizer, row.prompt, is_open=True) for row in rows[:2]]
    prompts[1] = prompts[1][:10] + prompts[1][-5:]
    wrong = naive.pad_right_and_generate(base_model, tokenizer, prompts, 12)[1]
    right = generate_greedy(base_model, tokenizer, [prompts[1]], 12)[0]
    assert tokenizer.decode(wrong) != right.text


@pytest.fixture
def losses_of(make_trainer, make_config, rows):
    def run(**changes):
        config = make_config(sft__warmup=0, sft__epochs=1, eval__evals_per_epoch=3, **changes)
        trainer = make_trainer(config, train=rows[:16], name=f"run-{len(changes)}-{list(changes.values())}")
        trainer.train()
        logs = [log for log in trainer.state.log_history if "loss" in log]
        return [(log["loss"], float(log["grad_norm"])) for log in logs]

    return run


def test_accumulated_batches_equal_one_batch(losses_of):
    """A run needs three steps, so here two batches of 2 stand for one of 4."""
    whole = losses_of(sft__per_device_batch=4, sft__grad_accum=1)
    parts = losses_of(sft__per_device_batch=1, sft__grad_accum=4)
    assert torch.allclose(torch.tensor(whole), torch.tensor(parts), atol=1e-4)


def test_gradient_checkpointing_changes_nothing(losses_of):
    plain = losses_of(sft__per_device_batch=4, sft__grad_accum=1)
    saving = losses_of(sft__per_device_batch=4, sft__grad_accum=1, sft__gradient_checkpointing=True)
    assert torch.allclose(torch.tensor(plain), torch.tensor(saving), atol=1e-5)


def test_naive_mean_of_means_differs(make_trainer, make_config):
    """Rows of different length: averaging per micro-batch weighs a short row's tokens more."""
    trainer = make_trainer(make_config())
    examples = [trainer.train_dataset[index] for index in range(4)]
    whole = masked_loss(trainer.model, trainer.data_collator(examples))
    means = [masked_loss(trainer.model, trainer.data_collator([each])) for each in examples]
    assert abs(whole - sum(means) / 4) > 1e-3


@pytest.mark.parametrize("size", [1, 2, 4])
def test_the_validation_loss_does_not_depend_on_the_batch(make_trainer, make_config, rows, size):
    """The library's own is a mean of batch means, which does."""
    trainer = make_trainer(make_config(sft__per_device_batch=size), validation=rows[:7])
    whole = trainer.data_collator([trainer.eval_dataset[index] for index in range(7)])
    assert trainer.evaluate()["eval_loss"] == pytest.approx(masked_loss(trainer.model, whole), abs=1e-5)


def test_it_can_learn_sixteen_rows_by_heart(make_trainer, make_config, rows):
    """If this fails, the labels, the adapters or the optimizer do not belong together."""
    config = make_config(
        sft__epochs=10,
        sft__per_device_batch=4,
        sft__grad_accum=1,
        sft__lr_scheduler="constant_with_warmup",
        sft__early_stopping__patience=0,
        lora__r_attention=32,
        lora__r_expert=16,
        lora__alpha=512,
        eval__evals_per_epoch=1,
    )
    trainer = make_trainer(config, train=rows[:16])
    trainer.args.num_train_epochs = 40
    trainer.train()
    accuracies = [log["mean_token_accuracy"] for log in trainer.state.log_history if "loss" in log]
    assert accuracies[0] < 0.3
    assert sum(accuracies[-4:]) / 4 > 0.9
