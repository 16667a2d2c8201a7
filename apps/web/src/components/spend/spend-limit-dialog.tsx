"use client";

import { spendLimitSchema } from "@foundry/core/generation/spend.schema";
import { Button, Modal, NumberInput } from "@mantine/core";
import { useState } from "react";
import { describeError } from "../api/describe-error";
import { FormStack } from "../form-stack";
import { Notice } from "../notice";
import classes from "./spend-limit-dialog.module.css";
import { useSetSpendLimit } from "./use-set-spend-limit";

/** Changes what all runs together may cost. */
export function SpendLimitDialog({
  limitUsd,
  isOpen,
  onClose,
}: {
  limitUsd: number | null;
  isOpen: boolean;
  onClose: () => void;
}) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Limit of all spending" size="sm">
      <LimitForm limitUsd={limitUsd} onClose={onClose} />
    </Modal>
  );
}

function LimitForm({ limitUsd, onClose }: { limitUsd: number | null; onClose: () => void }) {
  const [value, setValue] = useState<number | string>(limitUsd ?? "");
  const setLimit = useSetSpendLimit();
  const wanted = value === "" ? null : Number(value);
  const isValid = spendLimitSchema.safeParse({ limitUsd: wanted }).success;
  const submit = () => {
    if (isValid) setLimit.mutate(wanted, { onSuccess: onClose });
  };
  return (
    <FormStack onSubmit={submit}>
      {setLimit.isError && <Notice tone="rejected">{describeError(setLimit.error).detail}</Notice>}
      <NumberInput
        label="In dollars, over all runs"
        description="A run stops before it would cross the limit. Left empty, only the budgets of the runs hold."
        placeholder="No limit"
        prefix="$"
        decimalScale={2}
        min={0}
        max={1_000_000}
        allowNegative={false}
        thousandSeparator=","
        data-autofocus
        value={value}
        error={isValid ? null : "Write a sum from $0 to $1,000,000, or leave it empty."}
        onChange={setValue}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={!isValid} loading={setLimit.isPending}>
          {wanted === null ? "Take the limit away" : "Set limit"}
        </Button>
      </div>
    </FormStack>
  );
}
