"use client";

import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useAddressSwitch } from "../../../components/use-address-switch";
import { InvitationsTable } from "./invitations-table";
import { InviteDialog } from "./invite-dialog";
import { PeopleTable } from "./people-table";

export function TeamScreen({ selfId }: { selfId: string }) {
  const [isInviting, setIsInviting] = useAddressSwitch("new", "invitation");
  return (
    <Page>
      <PageHeader
        title="Team"
        action={
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setIsInviting(true)}>
            Invite a person
          </Button>
        }
      >
        Who works on this corpus, and what each of them may do.
      </PageHeader>
      <Panel title="People" isFlush>
        <PeopleTable selfId={selfId} />
      </Panel>
      <Panel title="Open invitations" isFlush>
        <InvitationsTable />
      </Panel>
      <InviteDialog isOpen={isInviting} onClose={() => setIsInviting(false)} />
    </Page>
  );
}
