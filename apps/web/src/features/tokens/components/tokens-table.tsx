"use client";

import type { ApiToken } from "@foundry/core/people/people.schema";
import { Button, Table, VisuallyHidden } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { notifyRefusal } from "../../../components/notify-refusal";
import { RelativeTime } from "../../../components/time/relative-time";
import { useNow } from "../../../components/time/use-now";
import { useRevokeToken } from "../api/use-revoke-token";
import { useTokens } from "../api/use-tokens";
import classes from "./tokens.module.css";

function Expiry({ expiresAt }: { expiresAt: string | null }) {
  const now = useNow();
  if (expiresAt === null) return <>Never</>;
  const isOver = now !== null && Date.parse(expiresAt) <= now;
  return (
    <>
      {isOver && "Expired "}
      <RelativeTime at={expiresAt} />
    </>
  );
}

/** The tokens that still work or ran out by themselves; revoked ones are gone from here. */
export function TokensTable() {
  const { data, error, refetch } = useTokens();
  const revoke = useRevokeToken();
  const [chosen, setChosen] = useState<ApiToken | null>(null);
  const tokens = data?.filter(({ isRevoked }) => !isRevoked);
  if (error !== null && tokens === undefined)
    return <FailedList error={error} what="your tokens" onRetry={() => void refetch()} />;
  if (tokens?.length === 0) {
    return (
      <EmptyList icon={<IconKey size={20} stroke={1.6} />} title="You have no API token">
        A token lets the command line and other programs act for you.
      </EmptyList>
    );
  }
  const confirm = () => {
    if (chosen === null) return;
    revoke.mutate(chosen.id, {
      onError: (refusal) => notifyRefusal("The token still works", refusal),
      onSettled: () => setChosen(null),
    });
  };
  return (
    <>
      <Table className={classes.table ?? ""} aria-busy={tokens === undefined}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th w={150}>Begins with</Table.Th>
            <Table.Th w={140}>Last used</Table.Th>
            <Table.Th w={160}>Expires</Table.Th>
            <Table.Th w={100}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens === undefined && (
            <TableSkeleton widths={["60%", "60%", "60%", "60%", "0%"]} rowCount={2} />
          )}
          {tokens?.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td className={classes.name}>{token.name}</Table.Td>
              <Table.Td className={classes.prefix}>{`${token.prefix}…`}</Table.Td>
              <Table.Td className={classes.quiet}>
                {token.lastUsedAt === null ? "Never" : <RelativeTime at={token.lastUsedAt} />}
              </Table.Td>
              <Table.Td className={classes.quiet}>
                <Expiry expiresAt={token.expiresAt} />
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Revoke ${token.name}`}
                  onClick={() => setChosen(token)}
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
        title={`Revoke the token “${chosen?.name ?? ""}”?`}
        verb="Revoke token"
        isBusy={revoke.isPending}
        onConfirm={confirm}
        onClose={() => setChosen(null)}
      >
        Programs that use the token beginning with <strong>{chosen?.prefix}</strong> stop working at
        once. This cannot be undone.
      </ConfirmDialog>
    </>
  );
}
