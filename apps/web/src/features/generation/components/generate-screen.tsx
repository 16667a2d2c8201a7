"use client";

import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useRef } from "react";
import { LinkButton } from "../../../components/link-button";
import { useRowKeys } from "../../../components/list/use-row-keys";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { SpendPanel } from "../../../components/spend/spend-panel";
import { RunsTable } from "./runs-table";

/** Who writes the IRs, what it cost so far, and every run. */
export function GenerateScreen() {
  const table = useRef<HTMLDivElement>(null);
  const noSearch = useRef<HTMLInputElement>(null);
  useRowKeys(table, noSearch);
  return (
    <Page>
      <PageHeader
        title="Generate"
        action={
          <>
            <LinkButton href="/generate/few-shots" variant="default">
              Examples
            </LinkButton>
            <LinkButton href="/settings/providers" variant="default">
              Keys and prices
            </LinkButton>
            <LinkButton href="/generate/new" leftSection={<IconPlus size={16} />}>
              New run
            </LinkButton>
          </>
        }
      >
        A model or a blueprint writes the IRs of your prompts; every call is on record with its
        cost.
      </PageHeader>
      <SpendPanel title="Cost" aside={<Link href="/generate/calls">Every call</Link>} />
      <Panel title="Runs" isFlush>
        <div ref={table}>
          <RunsTable />
        </div>
      </Panel>
    </Page>
  );
}
