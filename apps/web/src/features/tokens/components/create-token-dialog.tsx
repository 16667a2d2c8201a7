"use client";

import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { CopyText } from "../../../components/copy-text";
import { FormStack } from "../../../components/form-stack";
import { Notice } from "../../../components/notice";
import { useCreateToken } from "../api/use-create-token";
import classes from "./tokens.module.css";

const LIFETIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "never", label: "Never" },
];

function CreateForm({
  create,
  onClose,
}: {
  create: ReturnType<typeof useCreateToken>;
  onClose: () => void;
}) {
  const [name, setName] = useState("");
  const [lifetime, setLifetime] = useState("90");
  const [wasTried, setWasTried] = useState(false);
  const submit = () => {
    setWasTried(true);
    if (name.trim() === "") return;
    create.mutate({ name, expiresInDays: lifetime === "never" ? null : Number(lifetime) });
  };
  return (
    <FormStack onSubmit={submit}>
      {create.isError && <Notice tone="rejected">{describeError(create.error).detail}</Notice>}
      <TextInput
        label="Name"
        description="Where it will be used, for example “laptop” or “nightly export”"
        data-autofocus
        maxLength={100}
        value={name}
        error={
          wasTried && name.trim() === ""
            ? "Give the token a name, so that you can tell it from others."
            : null
        }
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Expires after"
        data={LIFETIMES}
        value={lifetime}
        onChange={(value) => setLifetime(value ?? "90")}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={create.isPending}>
          Create token
        </Button>
      </div>
    </FormStack>
  );
}

/** Makes a token and shows it, which nobody can do again. */
export function CreateTokenDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const create = useCreateToken();
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Create an API token"
      closeOnClickOutside={create.data === undefined}
    >
      {create.data === undefined ? (
        <CreateForm create={create} onClose={close} />
      ) : (
        <div className={classes.once}>
          <div>
            Copy the token <strong>{create.data.name}</strong> now: it is shown only this once.
            Whoever has it can do what you can.
          </div>
          <CopyText isBlock label="token" value={create.data.token} />
          <div className={classes.buttons}>
            <Button onClick={close}>Done</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
