"""The contract: both validators take and refuse the same configs."""

import dataclasses
import json
import typing

import jsonschema
import pytest
from conftest import CONTRACT

from trainer.config import ConfigError, TrainConfig, parse_config

FIXTURES = json.loads((CONTRACT / "config-fixtures.json").read_text())
SCHEMA = json.loads((CONTRACT / "training-config.schema.json").read_text())
PRESETS = json.loads((CONTRACT / "presets.json").read_text())


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture["name"])
def test_same_verdict_as_the_studio(fixture):
    if fixture["valid"]:
        parse_config(fixture["config"])
        return
    with pytest.raises(ConfigError) as caught:
        parse_config(fixture["config"])
    assert caught.value.problems[0].path == fixture["problem_path"]


@pytest.mark.parametrize("fixture", [each for each in FIXTURES if each["valid"]], ids=lambda fixture: fixture["name"])
def test_schema_takes_every_valid_config(fixture):
    jsonschema.validate(fixture["config"], SCHEMA)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_survives_the_round_trip(name):
    assert PRESETS[name]["preset"] == name
    assert parse_config(PRESETS[name]).to_json() == PRESETS[name]


def test_schema_and_dataclasses_say_the_same():
    assert describe_dataclass(TrainConfig) == describe_schema(SCHEMA)


def test_all_problems_are_named_at_once():
    raw = json.loads(json.dumps(PRESETS["smoke"]))
    raw["dtype"], raw["lora"]["alpha"] = "float16", 0
    with pytest.raises(ConfigError) as caught:
        parse_config(raw)
    assert [problem.path for problem in caught.value.problems] == ["/dtype", "/lora/alpha"]
    assert "one of bfloat16, float32" in str(caught.value)
    assert "a whole number from 1 to 512" in str(caught.value)


def test_not_a_number_is_refused(tmp_path):
    path = tmp_path / "config.json"
    path.write_text(json.dumps(PRESETS["smoke"]).replace("0.002", "NaN"))
    with pytest.raises(ConfigError, match="NaN is not a JSON number"):
        TrainConfig.load(path)


def test_naive_dataclass_takes_what_must_be_refused():
    """A dataclass filled from the JSON takes every wrong value; only rules refuse them."""
    wrong = [each["config"] for each in FIXTURES if not each["valid"] and isinstance(each["config"], dict)]
    taken = [raw for raw in wrong if raw.keys() == PRESETS["smoke"].keys() and TrainConfig(**raw)]
    assert len(taken) > 40


def describe_dataclass(kind: type) -> dict:
    hints, described = typing.get_type_hints(kind), {}
    for spec in dataclasses.fields(kind):
        hint, rule = hints[spec.name], spec.metadata
        if dataclasses.is_dataclass(hint):
            described[spec.name] = describe_dataclass(hint)
            continue
        base = next(part for part in (*typing.get_args(hint), hint) if part is not type(None))
        described[spec.name] = {
            "type": {int: "integer", float: "number", str: "string", bool: "boolean"}[base],
            "nullable": bool(rule.get("nullable")),
            **{key: rule[key] for key in ("minimum", "maximum", "pattern") if key in rule},
            **({"enum": list(rule["enum"])} if "enum" in rule else {}),
        }
    return described


def describe_schema(schema: dict) -> dict:
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == schema["properties"].keys()
    described = {}
    for name, given in schema["properties"].items():
        is_nullable = "anyOf" in given
        inner = next(part for part in given["anyOf"] if part != {"type": "null"}) if is_nullable else given
        if inner["type"] == "object":
            described[name] = describe_schema(inner)
            continue
        rules = {key: inner[key] for key in ("minimum", "maximum", "pattern", "enum") if key in inner}
        if "const" in inner:
            rules["enum"] = [inner["const"]]
        if "minLength" in inner:
            rules["pattern"] = f"^.{{{inner['minLength']},{inner['maxLength']}}}$"
        described[name] = {"type": inner["type"], "nullable": is_nullable, **rules}
    return described
