"use client";

import type { Implementation } from "@foundry/core/implementations/implementation.schema";
import { FailedList } from "../../../components/list/failed-list";
import { Panel } from "../../../components/panel";
import { VisibleText } from "../../../components/text/visible-text";
import { RelativeTime } from "../../../components/time/relative-time";
import { useImplementations } from "../api/use-implementations";
import classes from "./implementations.module.css";

const ORIGINS: Record<Implementation["origin"], string> = {
  imported: "Imported with the prompt",
  typed: "Typed in",
  blueprint: "From the template",
  model: "Written by the model",
};

/** Python that does what the prompt asks; the assertions are run against it. */
export function Implementations({ sampleId }: { sampleId: number }) {
  const query = useImplementations(sampleId);
  if (query.isError) {
    return (
      <Panel title="Implementations">
        <FailedList
          error={query.error}
          what="the implementations"
          onRetry={() => void query.refetch()}
        />
      </Panel>
    );
  }
  const all = query.data ?? [];
  return (
    <Panel title="Implementations" aside={query.isPending ? undefined : String(all.length)}>
      {all.length === 0 && (
        <p className={classes.none}>
          {query.isPending
            ? "\u00a0"
            : "None yet. One can be typed in on the desk, under Evidence."}
        </p>
      )}
      {all.map((implementation) => (
        <details key={implementation.id} className={classes.entry}>
          <summary>
            {`${ORIGINS[implementation.origin]}${implementation.author === null ? "" : ` by ${implementation.author}`}`}
            {" · "}
            <RelativeTime at={implementation.createdAt} />
          </summary>
          <pre className={classes.source}>
            <VisibleText>{implementation.source}</VisibleText>
          </pre>
        </details>
      ))}
    </Panel>
  );
}
