"use client";

import type { Providers } from "@foundry/core/generation/provider.schema";
import { Button } from "@mantine/core";
import { IconPlus, IconServer2 } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { EmptyList } from "../../../components/list/empty-list";
import { notifyRefusal } from "../../../components/notify-refusal";
import { Panel } from "../../../components/panel";
import { useRemoveEndpoint } from "../api/use-remove-endpoint";
import { EndpointDialog } from "./endpoint-dialog";
import { type Endpoint, EndpointEntry } from "./endpoint-entry";

type Editing = { endpoint: Endpoint | null } | null;

/** Servers that speak the chat completions API: a model of one's own, or another provider. */
export function EndpointsPanel({ endpoints }: { endpoints: Providers["endpoints"] }) {
  const [editing, setEditing] = useState<Editing>(null);
  const [removing, setRemoving] = useState<Endpoint | null>(null);
  const remove = useRemoveEndpoint();
  return (
    <Panel
      title="Your endpoints"
      isFlush
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setEditing({ endpoint: null })}
        >
          Add endpoint
        </Button>
      }
    >
      {endpoints.length === 0 ? (
        <EmptyList icon={<IconServer2 size={20} stroke={1.6} />} title="No endpoint yet">
          Any server that speaks the chat completions API can write IRs: vLLM with a tuned model, or
          another provider.
        </EmptyList>
      ) : (
        endpoints.map((endpoint) => (
          <EndpointEntry
            key={endpoint.id}
            endpoint={endpoint}
            onChange={() => setEditing({ endpoint })}
            onRemove={() => setRemoving(endpoint)}
          />
        ))
      )}
      <EndpointDialog
        key={editing === null ? "closed" : (editing.endpoint?.id ?? "new")}
        isOpen={editing !== null}
        endpoint={editing?.endpoint ?? null}
        onClose={() => setEditing(null)}
      />
      <ConfirmDialog
        isOpen={removing !== null}
        title={`Remove “${removing?.name ?? ""}”?`}
        verb="Remove endpoint"
        isBusy={remove.isPending}
        onClose={() => setRemoving(null)}
        onConfirm={() =>
          removing !== null &&
          remove.mutate(removing.id, {
            onError: (error) => notifyRefusal("The endpoint is still there", error),
            onSettled: () => setRemoving(null),
          })
        }
      >
        Its key is deleted and no new run can use it. Runs that used it, and what they wrote, stay.
      </ConfirmDialog>
    </Panel>
  );
}
