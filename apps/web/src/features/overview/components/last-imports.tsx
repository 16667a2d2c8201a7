import type { Overview } from "@foundry/core/overview/overview.schema";
import { Table } from "@mantine/core";
import Link from "next/link";
import { countOf } from "../../../components/format/format-count";
import { EmptyList } from "../../../components/list/empty-list";
import { RelativeTime } from "../../../components/time/relative-time";
import classes from "./tables.module.css";

const UNFINISHED = {
  waiting: "waiting",
  running: "running",
  failed: "failed",
  cancelled: "cancelled",
} as const;

function describeResult({ state, sampleCount, badCount }: Overview["lastImports"][number]): string {
  const added =
    state === "done"
      ? countOf(sampleCount, "sample")
      : `${UNFINISHED[state]}, ${countOf(sampleCount, "sample")}`;
  return badCount > 0 ? `${added}, ${countOf(badCount, "bad row")}` : added;
}

/** The newest files; only those who may import can open them. */
export function LastImports({
  imports,
  canOpen,
}: {
  imports: Overview["lastImports"];
  canOpen: boolean;
}) {
  if (imports.length === 0) return <EmptyList title="Nothing was imported yet" />;
  return (
    <Table className={classes.compact ?? ""}>
      <Table.Tbody>
        {imports.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td className={classes.name} w="45%">
              {canOpen ? (
                <Link className={classes.link} href={`/imports/${item.id}`} title={item.fileName}>
                  {item.fileName}
                </Link>
              ) : (
                item.fileName
              )}
            </Table.Td>
            <Table.Td>{describeResult(item)}</Table.Td>
            <Table.Td ta="right" className={classes.quiet}>
              <RelativeTime at={item.createdAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
