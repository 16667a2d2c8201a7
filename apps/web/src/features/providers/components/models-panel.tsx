"use client";

import type { LlmModel } from "@foundry/core/generation/provider.schema";
import { Button, Table, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { formatPrice } from "../../../components/format/format-money";
import rows from "../../../components/list/linked-row.module.css";
import { Panel } from "../../../components/panel";
import { formatDay } from "../../../components/time/format-exact";
import { LifecycleBadge } from "./lifecycle-badge";
import classes from "./models-panel.module.css";
import { PricesDialog } from "./prices-dialog";

/** The models that may be used, with what each costs for a million tokens. */
export function ModelsPanel({ models }: { models: readonly LlmModel[] }) {
  const [editing, setEditing] = useState<LlmModel | null>(null);
  return (
    <Panel title="Models and prices" isFlush aside="Dollars for a million tokens">
      <Table className={classes.table ?? ""} aria-label="Models">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Model</Table.Th>
            <Table.Th w={150}>Lifecycle</Table.Th>
            <Table.Th ta="right">In</Table.Th>
            <Table.Th ta="right">Out</Table.Th>
            <Table.Th ta="right" title="To write into the cache for five minutes">
              Cache write
            </Table.Th>
            <Table.Th ta="right">Cache read</Table.Th>
            <Table.Th ta="right">Batch</Table.Th>
            <Table.Th w={130}>Looked up</Table.Th>
            <Table.Th w={80}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {models.map((model) => (
            <ModelRow key={model.id} model={model} onEdit={() => setEditing(model)} />
          ))}
        </Table.Tbody>
      </Table>
      <PricesDialog
        key={editing?.id ?? "closed"}
        model={editing}
        onClose={() => setEditing(null)}
      />
    </Panel>
  );
}

function ModelRow({ model, onEdit }: { model: LlmModel; onEdit: () => void }) {
  const tiers = model.prices ?? [];
  const first = tiers[0];
  const price = (dollars: number | undefined) =>
    dollars === undefined ? "–" : formatPrice(dollars);
  return (
    <Table.Tr>
      <Table.Td>
        {model.title}
        <span className={rows.note}>{model.id}</span>
        {tiers.length > 1 && first?.upToPromptTokens != null && (
          <span className={rows.note}>
            {`up to ${first.upToPromptTokens.toLocaleString("en")} tokens in; longer ones cost more`}
          </span>
        )}
      </Table.Td>
      <Table.Td>
        <LifecycleBadge model={model} />
      </Table.Td>
      <Table.Td ta="right">{price(first?.input)}</Table.Td>
      <Table.Td ta="right">{price(first?.output)}</Table.Td>
      <Table.Td ta="right">{price(first?.cacheWrite5m)}</Table.Td>
      <Table.Td ta="right">{price(first?.cacheRead)}</Table.Td>
      <Table.Td ta="right">
        {first === undefined ? "–" : `${Math.round(first.batchFactor * 100)} %`}
      </Table.Td>
      <Table.Td>
        {model.pricedOn === null ? "Not known" : formatDay(model.pricedOn)}
        {model.isEdited && <span className={rows.note}>Changed by hand</span>}
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="xs"
          variant="default"
          aria-label={`Change the prices of ${model.title}`}
          onClick={onEdit}
        >
          Change
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
