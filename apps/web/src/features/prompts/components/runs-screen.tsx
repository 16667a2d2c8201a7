"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import { LinkButton } from "../../../components/link-button";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { RunsTable } from "./runs-table";

const PARENTS = [{ label: "Prompts", href: "/prompts" }];

export function RunsScreen({ role }: { role: Role }) {
  const canManage = isAllowed(role, "prompts.manage");
  return (
    <Page>
      <PageHeader
        title="Runs"
        parents={PARENTS}
        action={canManage && <LinkButton href="/prompts/new">Generate prompts</LinkButton>}
      >
        Every order of prompts, the newest first, with what it stored and what it refused.
      </PageHeader>
      <Panel isFlush>
        <RunsTable canManage={canManage} />
      </Panel>
    </Page>
  );
}
