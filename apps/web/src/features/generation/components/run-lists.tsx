"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { SegmentedControl } from "@mantine/core";
import { formatCount } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import { readCallFilters, readItemFilters } from "../run-view";
import { CallsFilters } from "./calls-filters";
import { CallsTable } from "./calls-table";
import { ItemsTable } from "./items-table";

/** The prompts of a run, or every call that was made for them; the address keeps which. */
export function RunLists({
  run,
  query,
  onChange,
}: {
  run: GenerationRun;
  query: URLSearchParams;
  onChange: (changes: Record<string, string | null>) => void;
}) {
  const showsCalls = query.get("view") === "calls" && run.producer !== "blueprint";
  const callFilters = readCallFilters(query);
  return (
    <Panel
      title={showsCalls ? "Calls" : "Prompts"}
      isFlush
      aside={
        run.producer !== "blueprint" && (
          <SegmentedControl
            size="xs"
            aria-label="What is listed"
            data={[
              { value: "prompts", label: `Prompts ${formatCount(run.itemCount)}` },
              { value: "calls", label: `Calls ${formatCount(run.callCount)}` },
            ]}
            value={showsCalls ? "calls" : "prompts"}
            onChange={(view) => onChange({ view: view === "calls" ? "calls" : null })}
          />
        )
      }
    >
      {showsCalls ? (
        <>
          <CallsFilters filters={callFilters} onChange={onChange} />
          <CallsTable
            filters={{ ...callFilters, runId: run.id, itemId: null }}
            isFiltered={Object.values(callFilters).some((value) => value !== null)}
          />
        </>
      ) : (
        <ItemsTable run={run} filters={readItemFilters(query)} onChange={onChange} />
      )}
    </Panel>
  );
}
