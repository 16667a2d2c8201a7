"use client";

import { findPasswordProblem } from "@foundry/core/people/password-rule";
import { PASSWORD_MIN_LENGTH } from "@foundry/core/people/people.schema";
import { PasswordInput } from "@mantine/core";
import { IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { useId } from "react";
import classes from "./new-password-input.module.css";

/** A field for a new password that says under itself, while one types, whether it will do. */
export function NewPasswordInput({
  value,
  onChange,
  person,
  error,
}: {
  value: string;
  onChange: (password: string) => void;
  person: { email: string; name: string };
  error: string | null;
}) {
  const ruleId = useId();
  const problem = findPasswordProblem(value, person);
  const isGood = value !== "" && problem === undefined;
  const hint =
    value === ""
      ? `At least ${PASSWORD_MIN_LENGTH} characters. A few random words are easy to remember.`
      : problem;
  return (
    <div>
      <PasswordInput
        label="Password"
        name="new-password"
        autoComplete="new-password"
        size="md"
        required
        withAsterisk={false}
        value={value}
        error={error !== null}
        aria-describedby={ruleId}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p
        id={ruleId}
        className={classes.rule}
        data-good={isGood || undefined}
        data-bad={error !== null || undefined}
        aria-live="polite"
      >
        {isGood ? <IconCheck size={14} aria-hidden /> : <IconInfoCircle size={14} aria-hidden />}
        <span>{isGood ? "Good: long enough and not easy to guess." : (error ?? hint)}</span>
      </p>
    </div>
  );
}
