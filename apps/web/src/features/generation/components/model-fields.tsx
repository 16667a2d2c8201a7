"use client";

import { EFFORTS } from "@foundry/core/generation/generation.schema";
import type { LlmModel } from "@foundry/core/generation/provider.schema";
import { SegmentedControl, Select } from "@mantine/core";
import { Notice } from "../../../components/notice";
import { formatName } from "../../../components/text/format-name";
import { formatDay } from "../../../components/time/format-exact";
import { describePrices } from "../../../components/providers/describe-prices";
import classes from "./form-fields.module.css";
import type { FormPartProps } from "./new-run-form";

/** Which model of Claude, how hard it thinks, and how the requests are sent. */
export function ModelFields({ order, providers, onChange }: FormPartProps) {
  if (order.producer !== "anthropic") return null;
  const models = providers.models.filter(({ provider }) => provider === "anthropic");
  const model = models.find(({ id }) => id === order.model);
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <Select
          label="Model"
          description={model === undefined ? "\u00a0" : describePrices(model)}
          data={models.map(({ id, title, lifecycle }) => ({
            value: id,
            label:
              lifecycle === "active" || lifecycle === "unknown" ? title : `${title} (${lifecycle})`,
            disabled: lifecycle === "retired",
          }))}
          value={order.model}
          onChange={(chosen) => onChange({ model: chosen })}
        />
        <Select
          label="Effort"
          description="How much it may think before it writes"
          data={[
            { value: "", label: "As the model does by itself" },
            ...EFFORTS.map((effort) => ({ value: effort, label: formatName(effort) })),
          ]}
          value={order.effort ?? ""}
          onChange={(chosen) =>
            onChange({ effort: EFFORTS.find((effort) => effort === chosen) ?? null })
          }
        />
      </div>
      {model !== undefined && <Lifecycle model={model} />}
      {order.purpose === "irs" && <Mode mode={order.mode} onChange={onChange} />}
    </div>
  );
}

function Mode({
  mode,
  onChange,
}: {
  mode: FormPartProps["order"]["mode"];
  onChange: FormPartProps["onChange"];
}) {
  return (
    <fieldset className={classes.group}>
      <legend>Sent</legend>
      <SegmentedControl
        aria-label="How the requests are sent"
        data={[
          { value: "direct", label: "Directly" },
          { value: "batch", label: "As batches, half the price" },
        ]}
        value={mode}
        onChange={(chosen) => onChange({ mode: chosen === "batch" ? "batch" : "direct" })}
      />
      <p>
        {mode === "batch"
          ? "Most batches are answered within an hour, all within a day. Repairs go out as batches of their own."
          : "Each answer comes within seconds to minutes."}
      </p>
    </fieldset>
  );
}

function Lifecycle({ model: { title, lifecycle, retiresAt } }: { model: LlmModel }) {
  if (lifecycle !== "deprecated" && lifecycle !== "retired") return null;
  const when = retiresAt === null ? "" : ` on ${formatDay(retiresAt)}`;
  return (
    <Notice tone="warning">
      {lifecycle === "deprecated"
        ? `The provider retires ${title}${when || " soon"}. Corpora that are to grow are better begun with another model.`
        : `The provider has retired ${title}${when}; choose another model.`}
    </Notice>
  );
}
