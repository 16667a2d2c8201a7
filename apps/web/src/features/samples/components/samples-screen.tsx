"use client";

import { useRef } from "react";
import { LinkButton } from "../../../components/link-button";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useSampleFilters } from "../filters/use-sample-filters";
import { useRowKeys } from "../../../components/list/use-row-keys";
import { type CheckChoice, SamplesFilters } from "./samples-filters";
import { SamplesTable } from "./samples-table";

/** The whole queue: every sample, where it stands, and who has it. */
export function SamplesScreen({ checks }: { checks: readonly CheckChoice[] }) {
  const [filters, changeFilters] = useSampleFilters();
  const table = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useRowKeys(table, search);
  return (
    <Page width="wide">
      <PageHeader title="Samples" action={<LinkButton href="/review">Start reviewing</LinkButton>}>
        Every prompt with its IR, the newest first: where it stands in review, and who decided it.
      </PageHeader>
      <Panel isFlush>
        <SamplesFilters
          checks={checks}
          filters={filters}
          search={search}
          onChange={changeFilters}
        />
        <div ref={table}>
          <SamplesTable filters={filters} onClear={changeFilters} />
        </div>
      </Panel>
    </Page>
  );
}
