"use client";

import type { Person } from "@foundry/core/people/people.schema";
import { Button, Select, Table, VisuallyHidden } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBan, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { FailedList } from "../../../components/list/failed-list";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { notifyRefusal } from "../../../components/notify-refusal";
import { Badge } from "../../../components/state/badge";
import { RelativeTime } from "../../../components/time/relative-time";
import { useChangePerson } from "../api/use-change-person";
import { usePeople } from "../api/use-people";
import { readRole, ROLE_NAMES, ROLE_OPTIONS } from "../role-names";
import classes from "./people.module.css";

function PersonRow({
  person,
  isSelf,
  onDisable,
}: {
  person: Person;
  isSelf: boolean;
  onDisable: () => void;
}) {
  const change = useChangePerson();
  const setRole = (value: string | null) => {
    const role = readRole(value);
    if (role === person.role) return;
    change.mutate(
      { id: person.id, change: { role } },
      {
        onSuccess: () =>
          notifications.show({
            message: `${person.name} is now ${role === "admin" ? "an admin" : "a reviewer"}.`,
          }),
        onError: (error) => notifyRefusal("The role was not changed", error),
      },
    );
  };
  const enable = () =>
    change.mutate(
      { id: person.id, change: { isDisabled: false } },
      { onError: (error) => notifyRefusal("The account stays switched off", error) },
    );
  return (
    <Table.Tr>
      <Table.Td>
        <div className={classes.name}>
          {person.name}
          {isSelf && <span className={classes.quiet}> (you)</span>}
        </div>
        <div className={classes.quiet}>{person.email}</div>
      </Table.Td>
      <Table.Td>
        {isSelf ? (
          ROLE_NAMES[person.role]
        ) : (
          <Select
            size="xs"
            aria-label={`Role of ${person.name}`}
            data={[...ROLE_OPTIONS]}
            value={change.isPending ? (change.variables.change.role ?? person.role) : person.role}
            onChange={setRole}
            disabled={person.isDisabled || change.isPending}
          />
        )}
      </Table.Td>
      <Table.Td>
        {person.isDisabled ? (
          <Badge tone="skipped" icon={IconBan} isPlain>
            Switched off
          </Badge>
        ) : (
          <Badge tone="accepted" icon={IconCheck} isPlain>
            Active
          </Badge>
        )}
      </Table.Td>
      <Table.Td className={classes.quiet}>
        <RelativeTime at={person.createdAt} />
      </Table.Td>
      <Table.Td ta="right">
        {!isSelf && (
          <Button
            variant="default"
            size="xs"
            loading={change.isPending && change.variables.change.isDisabled === false}
            onClick={person.isDisabled ? enable : onDisable}
            aria-label={`${person.isDisabled ? "Switch on" : "Switch off"} ${person.name}`}
          >
            {person.isDisabled ? "Switch on" : "Switch off"}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Everybody with an account; nobody can change their own role or switch themselves off. */
export function PeopleTable({ selfId }: { selfId: string }) {
  const { data: people, error, refetch } = usePeople();
  const disable = useChangePerson();
  const [leaving, setLeaving] = useState<Person | null>(null);
  if (error !== null && people === undefined)
    return <FailedList error={error} what="the people" onRetry={() => void refetch()} />;
  const confirm = () => {
    if (leaving === null) return;
    disable.mutate(
      { id: leaving.id, change: { isDisabled: true } },
      {
        onError: (refusal) => notifyRefusal("The account stays active", refusal),
        onSettled: () => setLeaving(null),
      },
    );
  };
  return (
    <>
      <Table className={classes.table ?? ""} aria-busy={people === undefined}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person</Table.Th>
            <Table.Th w={150}>Role</Table.Th>
            <Table.Th w={140}>Account</Table.Th>
            <Table.Th w={140}>Since</Table.Th>
            <Table.Th w={120}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people === undefined && (
            <TableSkeleton widths={["60%", "80%", "60%", "60%", "0%"]} rowCount={3} />
          )}
          {people?.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isSelf={person.id === selfId}
              onDisable={() => setLeaving(person)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={`Switch off ${leaving?.name ?? ""}?`}
        verb="Switch off"
        isBusy={disable.isPending}
        onConfirm={confirm}
        onClose={() => setLeaving(null)}
      >
        <strong>{leaving?.email}</strong> is signed out everywhere and can no longer sign in, and
        their API tokens stop working. Their verdicts stay. You can switch the account on again.
      </ConfirmDialog>
    </>
  );
}
