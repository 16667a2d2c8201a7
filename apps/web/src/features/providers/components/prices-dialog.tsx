"use client";

import {
  type LlmModel,
  type ModelPrices,
  modelPricesSchema,
} from "@foundry/core/generation/provider.schema";
import { Button, Modal, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { FormStack } from "../../../components/form-stack";
import { Notice } from "../../../components/notice";
import { useEditPrices } from "../api/use-edit-prices";
import classes from "./endpoint-dialog.module.css";

type Tier = ModelPrices[number];

const FIELDS: [name: Exclude<keyof Tier, "upToPromptTokens" | "batchFactor">, label: string][] = [
  ["input", "In"],
  ["output", "Out"],
  ["cacheWrite5m", "Into the cache, 5 minutes"],
  ["cacheWrite1h", "Into the cache, 1 hour"],
  ["cacheRead", "From the cache"],
];

const EMPTY: Tier = {
  upToPromptTokens: null,
  input: 0,
  output: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  cacheRead: 0,
  batchFactor: 0.5,
};

/** Changes what a model costs; estimates and the ledger reckon with it from the next call on. */
export function PricesDialog({ model, onClose }: { model: LlmModel | null; onClose: () => void }) {
  return (
    <Modal opened={model !== null} onClose={onClose} title={`Prices of ${model?.title ?? ""}`}>
      {model !== null && <PricesForm model={model} onClose={onClose} />}
    </Modal>
  );
}

function PricesForm({ model, onClose }: { model: LlmModel; onClose: () => void }) {
  const edit = useEditPrices(model.id);
  const [tiers, setTiers] = useState<ModelPrices>(model.prices ?? [EMPTY]);
  const [pricedOn, setPricedOn] = useState(model.pricedOn ?? "");
  const isDated = /^\d{4}-\d{2}-\d{2}$/.test(pricedOn);
  const ready = modelPricesSchema.safeParse(tiers).data;
  const change = (index: number, changes: Partial<Tier>) =>
    setTiers((before) => before.map((tier, at) => (at === index ? { ...tier, ...changes } : tier)));
  const submit = () => {
    if (ready === undefined || !isDated) return;
    edit.mutate({ prices: ready, pricedOn }, { onSuccess: onClose });
  };
  return (
    <FormStack onSubmit={submit}>
      {edit.isError && <Notice tone="rejected">{describeError(edit.error).detail}</Notice>}
      {tiers.map((tier, index) => (
        <TierFields
          key={index}
          tier={tier}
          isOnly={tiers.length === 1}
          onChange={(changes) => change(index, changes)}
        />
      ))}
      <TextInput
        label="Looked up on"
        type="date"
        value={pricedOn}
        error={isDated ? null : "Say on which day you looked the prices up."}
        onChange={(event) => setPricedOn(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        {model.isEdited && (
          <Button
            variant="subtle"
            color="gray"
            loading={edit.isPending}
            onClick={() => edit.mutate({ prices: null, pricedOn: null }, { onSuccess: onClose })}
          >
            Put the shipped prices back
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={ready === undefined || !isDated} loading={edit.isPending}>
          Save prices
        </Button>
      </div>
    </FormStack>
  );
}

/** The prices for requests up to one length. */
function TierFields({
  tier,
  isOnly,
  onChange,
}: {
  tier: Tier;
  isOnly: boolean;
  onChange: (changes: Partial<Tier>) => void;
}) {
  const title =
    tier.upToPromptTokens === null
      ? isOnly
        ? "Dollars for a million tokens"
        : "Longer requests"
      : `Requests up to ${tier.upToPromptTokens.toLocaleString("en")} tokens`;
  return (
    <fieldset className={classes.tier}>
      <legend>{title}</legend>
      <div className={classes.pair}>
        {FIELDS.map(([name, label]) => (
          <NumberInput
            key={name}
            label={label}
            size="xs"
            prefix="$"
            min={0}
            max={10_000}
            allowNegative={false}
            value={tier[name]}
            onChange={(value) => onChange({ [name]: Number(value) })}
          />
        ))}
        <NumberInput
          label="A batch costs this share"
          size="xs"
          suffix=" %"
          min={0}
          max={100}
          value={Math.round(tier.batchFactor * 100)}
          onChange={(value) => onChange({ batchFactor: Number(value) / 100 })}
        />
      </div>
    </fieldset>
  );
}
