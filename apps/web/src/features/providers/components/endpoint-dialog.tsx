"use client";

import { type SaveEndpoint, saveEndpointSchema } from "@foundry/core/generation/provider.schema";
import { Button, Checkbox, Modal, NumberInput, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { findProblem } from "../../../components/api/find-problem";
import { FormStack } from "../../../components/form-stack";
import { Notice } from "../../../components/notice";
import { useSaveEndpoint } from "../api/use-save-endpoint";
import classes from "./endpoint-dialog.module.css";
import type { Endpoint } from "./endpoint-entry";

/** Adds an endpoint or changes one; a key that is left empty stays as it is. */
export function EndpointDialog({
  isOpen,
  endpoint,
  onClose,
}: {
  isOpen: boolean;
  /** Null adds one. */
  endpoint: Endpoint | null;
  onClose: () => void;
}) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={endpoint === null ? "Add an endpoint" : `Change “${endpoint.name}”`}
    >
      <EndpointForm endpoint={endpoint} onClose={onClose} />
    </Modal>
  );
}

function startEndpoint(endpoint: Endpoint | null) {
  return {
    name: endpoint?.name ?? "",
    baseUrl: endpoint?.baseUrl ?? "",
    model: endpoint?.model ?? "",
    key: "",
    inputPrice: endpoint?.inputPrice ?? null,
    outputPrice: endpoint?.outputPrice ?? null,
    hasSchema: endpoint?.hasSchema ?? true,
  };
}

function readEndpoint(
  { key, ...rest }: ReturnType<typeof startEndpoint>,
  isNew: boolean,
): SaveEndpoint | null {
  const keyPart = key.trim() === "" ? (isNew ? { key: null } : {}) : { key: key.trim() };
  return saveEndpointSchema.safeParse({ ...rest, ...keyPart }).data ?? null;
}

function EndpointForm({ endpoint, onClose }: { endpoint: Endpoint | null; onClose: () => void }) {
  const save = useSaveEndpoint(endpoint?.id ?? null);
  const [draft, setDraft] = useState(() => startEndpoint(endpoint));
  const [wasTried, setWasTried] = useState(false);
  const change = (changes: Partial<typeof draft>) =>
    setDraft((before) => ({ ...before, ...changes }));
  const ready = readEndpoint(draft, endpoint === null);
  const isUrlRight = saveEndpointSchema.shape.baseUrl.safeParse(draft.baseUrl).success;
  const missing = (text: string) => (wasTried && text.trim() === "" ? "This is needed." : null);
  const submit = () => {
    setWasTried(true);
    if (ready !== null) save.mutate(ready, { onSuccess: onClose });
  };
  const toPrice = (value: number | string) => (typeof value === "number" ? value : null);
  return (
    <FormStack onSubmit={submit}>
      {save.isError && <Notice tone="rejected">{describeError(save.error).detail}</Notice>}
      <TextInput
        label="Name"
        placeholder="Our tuned model"
        data-autofocus
        maxLength={60}
        value={draft.name}
        error={missing(draft.name) ?? findProblem(save.error, "/name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label="Base address"
        description="As seen from the workers, up to and with /v1"
        placeholder="http://localhost:8000/v1"
        maxLength={500}
        value={draft.baseUrl}
        error={
          wasTried && !isUrlRight
            ? "Write a whole address that begins with http:// or https://."
            : findProblem(save.error, "/baseUrl")
        }
        onChange={(event) => change({ baseUrl: event.currentTarget.value })}
      />
      <TextInput
        label="Model"
        description="As the server calls it"
        maxLength={200}
        value={draft.model}
        error={missing(draft.model) ?? findProblem(save.error, "/model")}
        onChange={(event) => change({ model: event.currentTarget.value })}
      />
      <PasswordInput
        label="Key"
        description={
          endpoint?.hasKey === true
            ? "Left empty, the stored one stays."
            : "Left empty, none is sent."
        }
        autoComplete="off"
        value={draft.key}
        error={findProblem(save.error, "/key")}
        onChange={(event) => change({ key: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <NumberInput
          label="Price of a million tokens in"
          placeholder="Not known"
          prefix="$"
          min={0}
          max={10_000}
          value={draft.inputPrice ?? ""}
          onChange={(value) => change({ inputPrice: toPrice(value) })}
        />
        <NumberInput
          label="Price of a million tokens out"
          placeholder="Not known"
          prefix="$"
          min={0}
          max={10_000}
          value={draft.outputPrice ?? ""}
          onChange={(value) => change({ outputPrice: toPrice(value) })}
        />
      </div>
      <Checkbox
        label="Takes a JSON Schema for its replies"
        description="vLLM and most providers do; replies then fit the IR's shape far more often."
        checked={draft.hasSchema}
        onChange={(event) => change({ hasSchema: event.currentTarget.checked })}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending}>
          {endpoint === null ? "Add endpoint" : "Save changes"}
        </Button>
      </div>
    </FormStack>
  );
}
