"use client";

import type { Invitation } from "@foundry/core/people/people.schema";
import { Button, Table, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { notifyRefusal } from "../../../components/notify-refusal";
import { RelativeTime } from "../../../components/time/relative-time";
import { useInvitations } from "../api/use-invitations";
import { useRevokeInvitation } from "../api/use-revoke-invitation";
import { ROLE_NAMES } from "../role-names";
import classes from "./people.module.css";

/** Invitations that wait for their person. */
export function InvitationsTable() {
  const { data, error, refetch } = useInvitations();
  const revoke = useRevokeInvitation();
  const [chosen, setChosen] = useState<Invitation | null>(null);
  const open = data?.filter(({ state }) => state === "open");
  if (error !== null && open === undefined)
    return <FailedList error={error} what="the invitations" onRetry={() => void refetch()} />;
  if (open?.length === 0)
    return (
      <EmptyList title="No invitation is open">
        Invite a person with the button at the top of this page.
      </EmptyList>
    );
  const confirm = () => {
    if (chosen === null) return;
    revoke.mutate(chosen.id, {
      onError: (refusal) => notifyRefusal("The invitation still works", refusal),
      onSettled: () => setChosen(null),
    });
  };
  return (
    <>
      <Table className={classes.table ?? ""} aria-busy={open === undefined}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>E-mail</Table.Th>
            <Table.Th w={150}>Role</Table.Th>
            <Table.Th w={200}>Invited by</Table.Th>
            <Table.Th w={140}>Ends</Table.Th>
            <Table.Th w={120}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {open === undefined && (
            <TableSkeleton widths={["60%", "60%", "60%", "60%", "0%"]} rowCount={2} />
          )}
          {open?.map((invitation) => (
            <Table.Tr key={invitation.id}>
              <Table.Td className={classes.name}>{invitation.email}</Table.Td>
              <Table.Td>{ROLE_NAMES[invitation.role]}</Table.Td>
              <Table.Td>{invitation.invitedBy}</Table.Td>
              <Table.Td className={classes.quiet}>
                <RelativeTime at={invitation.expiresAt} />
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Revoke the invitation of ${invitation.email}`}
                  onClick={() => setChosen(invitation)}
                >
                  Revoke
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ConfirmDialog
        isOpen={chosen !== null}
        title="Revoke this invitation?"
        verb="Revoke invitation"
        isBusy={revoke.isPending}
        onConfirm={confirm}
        onClose={() => setChosen(null)}
      >
        The link that was sent to <strong>{chosen?.email}</strong> stops working. You can invite
        them again.
      </ConfirmDialog>
    </>
  );
}
