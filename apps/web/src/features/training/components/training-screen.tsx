"use client";

import { IconPlus } from "@tabler/icons-react";
import { LinkButton } from "../../../components/link-button";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { RunnersPanel } from "./runners-panel";
import { TrainingsTable } from "./trainings-table";

/** Every training, and the machines that do the work. */
export function TrainingScreen() {
  return (
    <Page>
      <PageHeader
        title="Training"
        action={
          <LinkButton href="/training/new" leftSection={<IconPlus size={16} />}>
            New training
          </LinkButton>
        }
      >
        A training teaches an adapter to write the IRs of a frozen dataset. It runs on a machine
        that fetches the work; this page can be closed.
      </PageHeader>
      <Panel title="Trainings" isFlush>
        <TrainingsTable />
      </Panel>
      <RunnersPanel />
    </Page>
  );
}
