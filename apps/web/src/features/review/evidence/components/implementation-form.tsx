"use client";

import {
  type Implementation,
  MAX_SOURCE_BYTES,
} from "@foundry/core/implementations/implementation.schema";
import { type KeyboardEvent, useId, useState } from "react";
import { describeError } from "../../../../components/api/describe-error";
import { Shortcut } from "../../../../components/shortcut";
import { DeskButton } from "../../components/desk-button";
import { useAddImplementation } from "../api/use-add-implementation";
import { indentAsPython } from "../words/indent-as-python";
import classes from "./implementation-form.module.css";

/** A plain field for Python: type it, or paste it over the start that the signature gives. */
export function ImplementationForm({
  sampleId,
  template,
  onAdded,
  onCancel,
}: {
  sampleId: number;
  template: () => string;
  onAdded: (implementation: Implementation) => void;
  /** Undefined when there is nothing to go back to. */
  onCancel: (() => void) | undefined;
}) {
  const [source, setSource] = useState(template);
  const add = useAddImplementation(sampleId);
  const id = useId();
  const problem =
    findProblem(source) ?? (add.error === null ? null : describeError(add.error).detail);
  const submit = () => {
    if (findProblem(source) === null && source.trim() !== "" && !add.isPending) {
      add.mutate(source, { onSuccess: onAdded });
    }
  };
  const takeKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") event.currentTarget.blur();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (isCommand) return submit();
    // The browser's own insertion, so that its undo knows it.
    document.execCommand("insertText", false, indentAsPython(event.currentTarget));
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className={classes.label} htmlFor={id}>
        Reference implementation
      </label>
      <textarea
        id={id}
        className={classes.field}
        rows={10}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        value={source}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setSource(event.currentTarget.value)}
        onKeyDown={takeKey}
      />
      <p className={classes.problem} id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <div className={classes.actions}>
        <DeskButton
          type="submit"
          tone="filled"
          aria-disabled={source.trim() === "" || add.isPending}
        >
          {add.isPending ? "Saving…" : "Save and run"}
          <Shortcut keys={["mod", "Enter"]} />
        </DeskButton>
        {onCancel !== undefined && <DeskButton onClick={onCancel}>Cancel</DeskButton>}
      </div>
    </form>
  );
}

function findProblem(source: string): string | null {
  const bytes = new TextEncoder().encode(source).length;
  if (bytes <= MAX_SOURCE_BYTES) return null;
  return `The implementation has ${bytes} bytes; at most ${MAX_SOURCE_BYTES} can be kept.`;
}
