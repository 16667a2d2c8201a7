"use client";

import type { Implementation } from "@foundry/core/implementations/implementation.schema";
import { useState } from "react";
import { describeError } from "../../../../components/api/describe-error";
import { VisibleText } from "../../../../components/text/visible-text";
import { RelativeTime } from "../../../../components/time/relative-time";
import { DeskButton } from "../../components/desk-button";
import { useAddImplementation } from "../api/use-add-implementation";
import { useRemoveImplementation } from "../api/use-remove-implementation";
import classes from "./implementation-list.module.css";

const ORIGINS: Record<Implementation["origin"], string> = {
  imported: "Imported with the prompt",
  typed: "Typed in",
  blueprint: "From the prompt's blueprint",
  model: "Written by a model",
};

/** The implementations of the prompt; the first is the one that assertions are run against. */
export function ImplementationList({
  sampleId,
  implementations,
  onChoose,
}: {
  sampleId: number;
  implementations: readonly Implementation[];
  onChoose: (id: string) => void;
}) {
  const remove = useRemoveImplementation(sampleId);
  const add = useAddImplementation(sampleId);
  const [deleted, setDeleted] = useState<Implementation | null>(null);
  const error = remove.error ?? add.error;
  const putBack = ({ source }: Implementation) =>
    add.mutate(source, { onSuccess: () => setDeleted(null) });
  return (
    <section aria-label="Implementations">
      <h3 className={classes.heading}>
        {implementations.length === 1 ? "Implementation" : "Implementations"}
      </h3>
      {error !== null && (
        <p className={classes.problem} role="alert">
          {describeError(error).detail}
        </p>
      )}
      {deleted !== null && (
        <p className={classes.deleted} role="status">
          Deleted.
          <DeskButton tone="quiet" onClick={() => putBack(deleted)}>
            Undo
          </DeskButton>
        </p>
      )}
      <ul className={classes.list}>
        {implementations.map((implementation, index) => (
          <li key={implementation.id}>
            <Entry
              implementation={implementation}
              number={index + 1}
              onChoose={() => onChoose(implementation.id)}
              onRemove={() =>
                remove.mutate(implementation.id, { onSuccess: () => setDeleted(implementation) })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({
  implementation: { origin, author, byMe, createdAt, source },
  number,
  onChoose,
  onRemove,
}: {
  implementation: Implementation;
  number: number;
  onChoose: () => void;
  onRemove: () => void;
}) {
  const isReference = number === 1;
  return (
    <details className={classes.entry}>
      <summary>
        <span className={classes.origin}>
          {`${number} · ${ORIGINS[origin]}`}
          {author !== null && (byMe ? " by you" : ` by ${author}`)}
        </span>
        <span className={classes.time}>
          {isReference && <strong>Reference · </strong>}
          <RelativeTime at={createdAt} />
        </span>
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <pre className={classes.source} tabIndex={0}>
        <VisibleText>{source}</VisibleText>
      </pre>
      <div className={classes.actions}>
        {!isReference && (
          <DeskButton tone="quiet" onClick={onChoose}>
            Make it the reference
          </DeskButton>
        )}
        {byMe && origin === "typed" && (
          <DeskButton tone="quiet" onClick={onRemove}>
            Delete
          </DeskButton>
        )}
      </div>
    </details>
  );
}
