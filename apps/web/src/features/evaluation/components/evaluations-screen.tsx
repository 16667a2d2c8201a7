"use client";

import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { EvaluationsTable } from "./evaluations-table";

/** Every look at a test split. */
export function EvaluationsScreen() {
  return (
    <Page width="wide">
      <PageHeader title="Evaluation">
        An evaluation lets the base model and an adapter answer the same unseen prompts, and says
        what the difference is and how sure that is.
      </PageHeader>
      <Panel isFlush>
        <EvaluationsTable />
      </Panel>
    </Page>
  );
}
