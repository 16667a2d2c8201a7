"use client";

import type { Runner } from "@foundry/core/runners/runner.schema";
import { Button, Table } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { FailedList } from "../../../components/list/failed-list";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { notifyRefusal } from "../../../components/notify-refusal";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import { useAddressSwitch } from "../../../components/use-address-switch";
import { useRevokeRunner } from "../api/use-revoke-runner";
import { useRunners } from "../api/use-runners";
import { ConnectRunnerDialog } from "./connect-runner-dialog";
import { LocalRunner } from "./local-runner";
import classes from "./runners-panel.module.css";

/** The machines that fetch work: the one beside the studio, and any that has a token. */
export function RunnersPanel() {
  const query = useRunners();
  const [isConnecting, setIsConnecting] = useAddressSwitch("connect", "runner");
  const runners = query.data?.runners.filter(({ isRevoked }) => !isRevoked);
  return (
    <Panel
      title="Runners"
      isFlush
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setIsConnecting(true)}
        >
          Connect a machine
        </Button>
      }
    >
      {query.isError && runners === undefined ? (
        <FailedList error={query.error} what="the runners" onRetry={() => void query.refetch()} />
      ) : (
        <>
          {query.data !== undefined && <LocalRunner state={query.data.local} />}
          {(runners === undefined || runners.length > 0) && <RunnersTable runners={runners} />}
        </>
      )}
      <ConnectRunnerDialog isOpen={isConnecting} onClose={() => setIsConnecting(false)} />
    </Panel>
  );
}

function RunnersTable({ runners }: { runners: Runner[] | undefined }) {
  const revoke = useRevokeRunner();
  const [chosen, setChosen] = useState<Runner | null>(null);
  const confirm = (runner: Runner) =>
    revoke.mutate(runner.id, {
      onSuccess: () => setChosen(null),
      onError: (error) => notifyRefusal("The runner was not disconnected", error),
    });
  return (
    <>
      <Table aria-label="Runners" aria-busy={runners === undefined} miw={760}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Machine</Table.Th>
            <Table.Th w={240}>Hardware</Table.Th>
            <Table.Th w={180}>Working on</Table.Th>
            <Table.Th w={150}>Last heard of</Table.Th>
            <Table.Th w={120} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runners === undefined ? (
            <TableSkeleton widths={["60%", "70%", "50%", "50%", "40%"]} rowCount={1} />
          ) : (
            runners.map((runner) => (
              <Table.Tr key={runner.id}>
                <Table.Td>
                  {runner.isLocal ? "This machine" : runner.name}
                  <span className={classes.note}>
                    {runner.isLocal ? runner.name : `${runner.prefix}…`}
                  </span>
                </Table.Td>
                <Table.Td>{describeHardware(runner)}</Table.Td>
                <Table.Td>
                  <TaskLink task={runner.task} />
                </Table.Td>
                <Table.Td>
                  {runner.lastSeenAt === null ? (
                    "Never"
                  ) : runner.isOnline ? (
                    "Now"
                  ) : (
                    <RelativeTime at={runner.lastSeenAt} />
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {!runner.isLocal && (
                    <Button size="xs" variant="subtle" onClick={() => setChosen(runner)}>
                      Disconnect
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))
          )}
        </Table.Tbody>
      </Table>
      <ConfirmDialog
        isOpen={chosen !== null}
        title={`Disconnect ${chosen?.name ?? ""}?`}
        verb="Disconnect"
        isBusy={revoke.isPending}
        onConfirm={() => chosen !== null && confirm(chosen)}
        onClose={() => setChosen(null)}
      >
        Its token stops working at once. A training that it works on goes on, from its last
        checkpoint, on another machine.
      </ConfirmDialog>
    </>
  );
}

function TaskLink({ task }: { task: Runner["task"] }) {
  if (task === null) return "Nothing";
  return task.kind === "train" ? (
    <Link href={`/training/${task.trainingRunId}`}>{`Training ${task.number}`}</Link>
  ) : (
    <Link href={`/evaluation/${task.evaluationId}`}>{`Evaluation ${task.number}`}</Link>
  );
}

function describeHardware({ hardware }: Runner): string {
  if (hardware === null) return "Not known yet";
  const { gpu, cpu_count: cores, memory_gib: memory } = hardware;
  if (gpu !== null) return `${gpu.name}, ${Math.round(gpu.vram_gib)} GiB`;
  const parts = [
    cores === undefined ? null : `${cores} cores`,
    memory === undefined ? null : `${Math.round(memory)} GiB`,
  ];
  return ["No GPU", ...parts.filter((part) => part !== null)].join(", ");
}
