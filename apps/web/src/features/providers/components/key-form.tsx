"use client";

import { storeProviderKeySchema } from "@foundry/core/generation/provider.schema";
import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { describeError } from "../../../components/api/describe-error";
import { FormStack } from "../../../components/form-stack";
import { Notice } from "../../../components/notice";
import { useStoreKey } from "../api/use-store-key";
import classes from "./key-panel.module.css";

/** Takes a key; what is typed leaves the page only towards the studio and is never shown again. */
export function KeyForm({
  isReplacing,
  onDone,
  onCancel,
}: {
  isReplacing: boolean;
  onDone: () => void;
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null;
}) {
  const store = useStoreKey();
  const [key, setKey] = useState("");
  const [wasTried, setWasTried] = useState(false);
  const isValid = storeProviderKeySchema.safeParse({ key }).success;
  const submit = () => {
    setWasTried(true);
    if (!isValid) return;
    store.mutate(key, {
      onSuccess: () => {
        setKey("");
        onDone();
      },
    });
  };
  return (
    <FormStack onSubmit={submit}>
      {store.isError && <Notice tone="rejected">{describeError(store.error).detail}</Notice>}
      <PasswordInput
        label="API key"
        description="Kept encrypted; only workers can read it, and nobody sees it again."
        placeholder="sk-ant-…"
        autoComplete="off"
        spellCheck={false}
        value={key}
        error={wasTried && !isValid ? "A key has at least 8 characters." : null}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={store.isPending}>
          {isReplacing ? "Replace key" : "Store and test key"}
        </Button>
        {onCancel !== null && (
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </FormStack>
  );
}
