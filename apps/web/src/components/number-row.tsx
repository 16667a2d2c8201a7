"use client";

import { NumberInput } from "@mantine/core";
import { useId } from "react";
import classes from "./number-row.module.css";

/** A whole number with its name to the left; an emptied field counts as the smallest. */
export function NumberRow({
  label,
  hint,
  value,
  min = 0,
  max,
  onChange,
}: {
  label: string;
  /** Says what the number does. */
  hint?: string;
  value: number;
  min?: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className={classes.row}>
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
      </div>
      <NumberInput
        id={id}
        w={104}
        size="xs"
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
        min={min}
        max={max}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=","
        value={value}
        onChange={(next) => onChange(typeof next === "number" ? next : Number(next) || min)}
      />
    </div>
  );
}
