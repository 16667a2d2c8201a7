"use client";

import { readFieldRange } from "@foundry/core/training/read-field-range";
import type { TrainingField } from "@foundry/core/training/training-fields";
import { NumberInput, Select, Switch, TextInput } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useId, useMemo } from "react";
import { formatCount } from "../../../components/format/format-count";
import type { ConfigValue } from "../write-config-value";
import classes from "./config-field.module.css";

/** One setting: its name, what it does, its range, and the way back to the preset's value. */
export function ConfigField({
  field,
  value,
  presetValue,
  problem,
  warning,
  onChange,
}: {
  field: TrainingField;
  value: ConfigValue;
  presetValue: ConfigValue;
  /** What is wrong with it; stands above a warning. */
  problem: string | null;
  warning: string | null;
  onChange: (value: ConfigValue) => void;
}) {
  const id = useId();
  const range = useMemo(() => readFieldRange(field.path), [field.path]);
  const isChanged = value !== presetValue;
  return (
    <div className={classes.field} data-changed={isChanged || undefined}>
      <div className={classes.words}>
        <label htmlFor={id}>{field.title}</label>
        <p id={`${id}-about`}>{field.about}</p>
        {isChanged && (
          <button type="button" className={classes.reset} onClick={() => onChange(presetValue)}>
            <IconArrowBackUp size={12} aria-hidden />
            {`Preset: ${presetValue === null ? "none" : String(presetValue)}`}
          </button>
        )}
        {problem !== null && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        {problem === null && warning !== null && <p className={classes.warning}>{warning}</p>}
      </div>
      <div className={classes.control}>
        <Control
          {...{ id, range, value, onChange }}
          isFixed={field.isFixed === true}
          isWrong={problem !== null}
        />
        <span className={classes.range}>{describeRange(range)}</span>
      </div>
    </div>
  );
}

function Control({
  id,
  range,
  value,
  isFixed,
  isWrong,
  onChange,
}: {
  id: string;
  range: ReturnType<typeof readFieldRange>;
  value: ConfigValue;
  isFixed: boolean;
  isWrong: boolean;
  onChange: (value: ConfigValue) => void;
}) {
  const shared = { id, size: "xs", disabled: isFixed, error: isWrong } as const;
  const described = { "aria-describedby": `${id}-about` };
  switch (range.kind) {
    case "number":
      return (
        <NumberInput
          {...shared}
          {...described}
          allowDecimal={!range.isWhole}
          decimalScale={range.isWhole ? 0 : 8}
          hideControls={!range.isWhole}
          placeholder={range.isOptional ? "No limit" : ""}
          value={typeof value === "number" ? value : ""}
          onChange={(next) => {
            if (typeof next === "number") onChange(next);
            else if (next === "" && range.isOptional) onChange(null);
          }}
        />
      );
    case "choice":
      return (
        <Select
          {...shared}
          {...described}
          allowDeselect={false}
          data={range.choices}
          value={String(value)}
          onChange={(next) => next !== null && onChange(next)}
        />
      );
    case "switch":
      return (
        <Switch
          {...shared}
          {...described}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "text":
      return (
        <TextInput
          {...shared}
          {...described}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange(text === "" && range.isOptional ? null : text);
          }}
        />
      );
  }
}

function describeRange(range: ReturnType<typeof readFieldRange>): string {
  if (range.kind !== "number") return "";
  const write = range.isWhole ? formatCount : String;
  return `${write(range.low)} to ${write(range.high)}`;
}
