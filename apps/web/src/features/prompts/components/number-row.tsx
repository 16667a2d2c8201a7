"use client";

import { NumberInput } from "@mantine/core";
import { useId } from "react";
import classes from "./order-form.module.css";

/** A whole number with its name to the left; an emptied field counts as 0. */
export function NumberRow({
  label,
  value,
  max,
  onChange,
}: {
  label: string;
  value: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className={classes.row}>
      <label htmlFor={id}>{label}</label>
      <NumberInput
        id={id}
        w={104}
        size="xs"
        min={0}
        max={max}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=","
        value={value}
        onChange={(next) => onChange(typeof next === "number" ? next : Number(next) || 0)}
      />
    </div>
  );
}
