"use client";

import type { Providers } from "@foundry/core/generation/provider.schema";
import { Button } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { notifyRefusal } from "../../../components/notify-refusal";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import { useCheckProvider } from "../api/use-check-provider";
import { useRemoveKey } from "../api/use-remove-key";
import { CheckResult } from "./check-result";
import { KeyForm } from "./key-form";
import classes from "./key-panel.module.css";

type Anthropic = Providers["anthropic"];

/** The key of Claude: where it comes from, whether it works, and how to change it. */
export function KeyPanel({ anthropic }: { anthropic: Anthropic }) {
  const [isReplacing, setIsReplacing] = useState(false);
  const hasKey = anthropic.keySource !== "none";
  return (
    <Panel title="Claude" aside="Anthropic">
      <div className={classes.panel}>
        {anthropic.keySource === "environment" && <EnvironmentKey />}
        {anthropic.keySource === "stored" && <StoredKey anthropic={anthropic} />}
        {!hasKey && (
          <p className={classes.quiet}>
            There is no key. Without one, blueprints and endpoints of your own still write IRs.
          </p>
        )}
        {hasKey && <CheckResult check={anthropic.check} isRunning={anthropic.isBeingChecked} />}
        {hasKey && !isReplacing && (
          <Buttons anthropic={anthropic} onReplace={() => setIsReplacing(true)} />
        )}
        {(!hasKey || isReplacing) && (
          <KeyForm
            isReplacing={isReplacing}
            onDone={() => setIsReplacing(false)}
            onCancel={isReplacing ? () => setIsReplacing(false) : null}
          />
        )}
      </div>
    </Panel>
  );
}

function EnvironmentKey() {
  return (
    <p>
      The key comes from the <strong>environment of the workers</strong> (
      <code>ANTHROPIC_API_KEY</code>) and goes before any that is entered here.
    </p>
  );
}

function StoredKey({ anthropic: { hint, storedBy, storedAt } }: { anthropic: Anthropic }) {
  return (
    <p>
      <code>{hint ?? "a key"}</code>{" "}
      <span className={classes.quiet}>
        {storedBy !== null && `entered by ${storedBy}`}{" "}
        {storedAt !== null && <RelativeTime at={storedAt} />}
      </span>
    </p>
  );
}

function Buttons({ anthropic, onReplace }: { anthropic: Anthropic; onReplace: () => void }) {
  const check = useCheckProvider(null);
  const remove = useRemoveKey();
  const [isAsking, setIsAsking] = useState(false);
  const isStored = anthropic.keySource === "stored";
  return (
    <div className={classes.buttons}>
      <Button
        size="xs"
        variant="default"
        loading={check.isPending || anthropic.isBeingChecked}
        onClick={() =>
          check.mutate(undefined, {
            onError: (error) => notifyRefusal("The key was not tested", error),
          })
        }
      >
        Test
      </Button>
      {isStored && (
        <>
          <Button size="xs" variant="default" onClick={onReplace}>
            Replace
          </Button>
          <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
            Remove
          </Button>
        </>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title="Remove the key of Claude?"
        verb="Remove key"
        isBusy={remove.isPending}
        onClose={() => setIsAsking(false)}
        onConfirm={() =>
          remove.mutate(undefined, {
            onError: (error) => notifyRefusal("The key is still there", error),
            onSettled: () => setIsAsking(false),
          })
        }
      >
        The key ending in <strong>{anthropic.hint}</strong> is deleted from the studio. Runs with
        Claude stop and can be resumed once there is a key again.
      </ConfirmDialog>
    </div>
  );
}
