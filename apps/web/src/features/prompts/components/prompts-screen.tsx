"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import { useMemo, useRef } from "react";
import { LinkButton } from "../../../components/link-button";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useRowKeys } from "../../../components/list/use-row-keys";
import { usePrompts } from "../api/use-prompts";
import { hasFilters, NO_FILTERS } from "../filters/prompt-filters";
import { usePromptFilters } from "../filters/use-prompt-filters";
import { useSelection } from "../../../components/list/use-selection";
import { PromptsFilters } from "./prompts-filters";
import { PromptsTable } from "./prompts-table";
import { SelectionBar } from "./selection-bar";

/** Every prompt of the studio, with what became of it. */
export function PromptsScreen({ role }: { role: Role }) {
  const [filters, changeFilters] = usePromptFilters();
  const query = usePrompts(filters);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const shownIds = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(shownIds);
  const table = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useRowKeys(table, search);
  const canManage = isAllowed(role, "prompts.manage");
  return (
    <Page width="wide">
      <PageHeader
        title="Prompts"
        action={
          <>
            <LinkButton href="/prompts/runs" variant="default">
              Runs
            </LinkButton>
            <LinkButton href="/prompts/duplicates" variant="default">
              Near duplicates
            </LinkButton>
            <LinkButton href="/prompts/templates" variant="default">
              Templates
            </LinkButton>
            {canManage && <LinkButton href="/prompts/new">Generate prompts</LinkButton>}
          </>
        }
      >
        What the models are asked to describe, the newest first: where each prompt comes from, and
        whether it has an IR.
      </PageHeader>
      <Panel isFlush>
        <PromptsFilters filters={filters} search={search} onChange={changeFilters} />
        <div ref={table}>
          <PromptsTable
            query={query}
            rows={rows}
            selection={canManage ? selection : null}
            isFiltered={hasFilters(filters)}
            onClear={() => changeFilters(NO_FILTERS)}
          />
        </div>
      </Panel>
      <SelectionBar
        rows={rows.filter(({ id }) => selection.ids.has(id))}
        isArchived={filters.archived === "yes"}
        onDone={() => selection.selectAll([])}
      />
    </Page>
  );
}
