"use client";

import { IconPlus } from "@tabler/icons-react";
import { LinkButton } from "../../../components/link-button";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { DatasetsTable } from "./datasets-table";

/** Every frozen version of the corpus. */
export function DatasetsScreen() {
  return (
    <Page>
      <PageHeader
        title="Datasets"
        action={
          <LinkButton href="/datasets/new" leftSection={<IconPlus size={16} />}>
            New dataset
          </LinkButton>
        }
      >
        A dataset is the accepted corpus at one moment, frozen and split, so that every training and
        every figure can be traced to its rows.
      </PageHeader>
      <Panel isFlush>
        <DatasetsTable />
      </Panel>
    </Page>
  );
}
