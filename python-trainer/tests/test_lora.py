"""What learns, and what must not."""

import copy

import naive
import pytest
import torch
from peft.tuners.lora import LoraLayer

from trainer.config import Lora, parse_config
from trainer.data import render
from trainer.failures import TrainerError
from trainer.lora import _expect_adapters, check_trainable, wrap_with_lora

LORA = Lora(r_attention=32, r_expert=4, alpha=32, dropout=0.0)
LAYERS, EXPERTS = 2, 8


def read_trainable(wrapped) -> dict[str, torch.nn.Parameter]:
    return {name: each for name, each in wrapped.named_parameters() if each.requires_grad}


def test_exactly_these_tensors_learn(model):
    wrapped = wrap_with_lora(model, LORA)
    stem = "base_model.model.model.layers.{}."
    places = [f"self_attn.{name}_proj." for name in "qkvo"] + ["mlp.experts.base_layer.", "mlp.experts."]
    expected = {
        f"{stem.format(layer)}{place}lora_{side}.default.weight"
        for layer in range(LAYERS)
        for place in places
        for side in "AB"
    }
    assert read_trainable(wrapped).keys() == expected


def test_ranks_and_scalings(model):
    wrapped = wrap_with_lora(model, LORA)
    for name, tensor in read_trainable(wrapped).items():
        if name.endswith("lora_A.default.weight"):
            assert tensor.shape[0] == (4 * EXPERTS if ".experts." in name else 32), name
    adapted = [(name, each) for name, each in wrapped.named_modules() if isinstance(each, LoraLayer)]
    scalings = {(".experts" in name, each.scaling["default"]) for name, each in adapted}
    assert scalings == {(True, 8.0), (False, 1.0)}


def test_router_embeddings_and_head_are_frozen(model):
    frozen = {name for name, each in wrap_with_lora(model, LORA).named_parameters() if not each.requires_grad}
    for part in ("mlp.gate.weight", "embed_tokens.weight", "lm_head.weight", "norm.weight"):
        assert any(name.endswith(part) for name in frozen), part


@pytest.mark.parametrize("adapt", [naive.adapt_linear_layers, naive.adapt_with_saved_modules, naive.adapt_with_typo])
def test_naive_targets_are_turned_down(model, adapt):
    expected = _expect_adapters(model, LORA)
    with pytest.raises(TrainerError, match="does not fit this model"):
        check_trainable(adapt(model), expected)


def test_a_wrong_rank_is_turned_down(model):
    expected = _expect_adapters(model, LORA)
    other = wrap_with_lora(model, Lora(r_attention=32, r_expert=8, alpha=32, dropout=0.0))
    with pytest.raises(TrainerError, match="wrong rank"):
        check_trainable(other, expected)


def test_a_model_without_experts_is_turned_down():
    with pytest.raises(TrainerError, match="no attention weights"):
        wrap_with_lora(torch.nn.Sequential(torch.nn.Linear(4, 4)), LORA)


@pytest.mark.parametrize(("attention", "expert"), [(8, 0), (0, 4)])
def test_one_kind_alone(model, attention, expert):
    names = read_trainable(wrap_with_lora(model, Lora(r_attention=attention, r_expert=expert, alpha=32, dropout=0.0)))
    assert {".experts." in name for name in names} == {expert > 0}


def test_before_training_the_adapter_changes_nothing(model, tokenizer, rows):
    """Also the base line of every comparison: an untrained adapter scores as the base."""
    ids = torch.tensor([render(tokenizer, rows[0].prompt + rows[0].completion)])
    with torch.no_grad():
        before = model(input_ids=ids).logits
        after = wrap_with_lora(model, LORA)(input_ids=ids).logits
    assert torch.equal(before, after)


def test_one_step_moves_the_adapter_and_nothing_else(make_trainer, make_config):
    config = make_config(sft__per_device_batch=8, sft__grad_accum=1, sft__warmup=0)
    trainer = make_trainer(config)
    trainer.args.max_steps = 1
    before = {name: each.detach().clone() for name, each in trainer.model.named_parameters()}
    gradients = {}
    for name, each in read_trainable(trainer.model).items():
        each.register_hook(lambda gradient, name=name: gradients.__setitem__(name, gradient.abs().sum().item()))
    trainer.train()
    moved = {name for name, each in trainer.model.named_parameters() if not torch.equal(each, before[name])}
    assert moved == {name for name in read_trainable(trainer.model) if "lora_B" in name}
    assert all(gradients[name] > 0 for name in gradients if "experts" in name and "lora_B" in name)
    assert any("experts" in name for name in gradients)


def test_logged_loss_is_the_masked_likelihood_alone(make_trainer, make_config, rows):
    config = make_config(sft__per_device_batch=4, sft__grad_accum=1, eval__evals_per_epoch=1)
    trainer = make_trainer(config, train=rows[:12], validation=rows[:4])
    metrics = trainer.evaluate()
    batch = trainer.data_collator([trainer.eval_dataset[index] for index in range(4)])
    assert metrics["eval_loss"] == pytest.approx(masked_loss(trainer.model, batch), abs=1e-5)
    assert not any("aux" in name for name in metrics)


def test_naive_default_adds_the_router_loss(make_trainer, make_config, rows):
    """The library's default coefficient, only larger: the curve is then no likelihood."""
    config = make_config(sft__router_aux_loss_coef=0.01, eval__evals_per_epoch=1)
    trainer = make_trainer(config, train=rows[:12], validation=rows[:4])
    metrics = trainer.evaluate()
    batch = trainer.data_collator([trainer.eval_dataset[index] for index in range(4)])
    assert metrics["eval_loss"] > masked_loss(trainer.model, batch) + 1e-3


def masked_loss(model, batch) -> float:
    with torch.no_grad():
        logits = model(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"]).logits
    labels = batch["labels"][:, 1:]
    chosen = torch.log_softmax(logits[:, :-1].float(), dim=-1).gather(-1, labels.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    return -(chosen * (labels != -100)).sum().item() / (labels != -100).sum().item()


def test_dropout_with_experts_is_refused(make_config):
    raw = copy.deepcopy(make_config().to_json())
    raw["lora"]["dropout"] = 0.1
    with pytest.raises(ValueError, match="experts have no dropout"):
        parse_config(raw)
