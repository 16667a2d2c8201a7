"use client";

import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { CopyText } from "../../../components/copy-text";
import { FormStack } from "../../../components/form-stack";
import { Notice } from "../../../components/notice";
import { useCreateRunner } from "../api/use-create-runner";
import classes from "./runners-panel.module.css";

/** Makes a runner's token, and says how it is used; nobody can see it again. */
export function ConnectRunnerDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const create = useCreateRunner();
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Connect a machine"
      size="lg"
      closeOnClickOutside={create.data === undefined}
    >
      {create.data === undefined ? (
        <NameForm create={create} onClose={close} />
      ) : (
        <div className={classes.once}>
          <div>
            Run this on <strong>{create.data.name}</strong>, in a clone of this project. The token
            in it is shown only this once; it can fetch work and nothing else.
          </div>
          <CopyText isBlock label="commands" value={writeCommands(create.data.token)} />
          <div className={classes.buttons}>
            <Button onClick={close}>Done</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function NameForm({
  create,
  onClose,
}: {
  create: ReturnType<typeof useCreateRunner>;
  onClose: () => void;
}) {
  const [name, setName] = useState("");
  const [wasTried, setWasTried] = useState(false);
  const submit = () => {
    setWasTried(true);
    if (name.trim() !== "") create.mutate(name);
  };
  return (
    <FormStack onSubmit={submit}>
      {create.isError && <Notice tone="rejected">{describeError(create.error).detail}</Notice>}
      <TextInput
        label="Name"
        description="As you call the machine, for example “gpu-1”. It needs to reach this studio, not the other way round."
        data-autofocus
        maxLength={100}
        value={name}
        error={wasTried && name.trim() === "" ? "Give the machine a name." : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={create.isPending}>
          Make its token
        </Button>
      </div>
    </FormStack>
  );
}

function writeCommands(token: string): string {
  return [
    "cd python-trainer && python3 install.py --extra gpu",
    `export FOUNDRY_RUNNER_TOKEN=${token}`,
    `.venv/bin/python -m trainer runner --url ${window.location.origin}`,
  ].join("\n");
}
