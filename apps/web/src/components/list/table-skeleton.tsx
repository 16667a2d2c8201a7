import { Skeleton, Table } from "@mantine/core";

/** Rows in the shape of the coming ones: one width per column, as a share of its cell. */
export function TableSkeleton({ widths, rowCount = 6 }: { widths: string[]; rowCount?: number }) {
  return (
    <>
      {Array.from({ length: rowCount }, (_, row) => (
        <Table.Tr key={row} aria-hidden>
          {widths.map((width, column) => (
            <Table.Td key={column}>
              <Skeleton height={12} my={4} width={width} radius="xs" />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </>
  );
}
