"use client";

import { Skeleton } from "@mantine/core";
import { countOf } from "../../../components/format/format-count";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { Panel } from "../../../components/panel";
import { VisibleText } from "../../../components/text/visible-text";
import type { useTemplatePreview } from "../api/use-template-preview";
import classes from "./prompt-neighbours.module.css";

/** The first prompts of a draft; while something is wrong with it there are none. */
export function TemplatePreviewPanel({ query }: { query: ReturnType<typeof useTemplatePreview> }) {
  const preview = query.data;
  if (query.isError) {
    return (
      <Panel title="Preview">
        <FailedList error={query.error} what="the preview" onRetry={() => void query.refetch()} />
      </Panel>
    );
  }
  if (preview === undefined) {
    return (
      <Panel title="Preview">
        <Skeleton height={160} />
      </Panel>
    );
  }
  if (preview.prompts.length === 0) {
    return (
      <Panel title="Preview" isFlush>
        <EmptyList title="No prompts yet">
          {preview.problems.length === 0
            ? "Write a text with at least one slot."
            : "They appear here as soon as nothing is wrong in the form."}
        </EmptyList>
      </Panel>
    );
  }
  return (
    <Panel
      title="Preview"
      isFlush
      aside={`${preview.hasMore ? "more than " : ""}${countOf(preview.combinations, "prompt")}`}
    >
      <ul className={classes.list} aria-label="Prompts of this template">
        {preview.prompts.map((prompt) => (
          <li key={prompt}>
            <span className={classes.words}>
              <VisibleText>{prompt}</VisibleText>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
