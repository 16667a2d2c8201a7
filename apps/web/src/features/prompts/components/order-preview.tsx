"use client";

import type { PromptPreview } from "@foundry/core/prompt-runs/prompt-run.schema";
import { Button, Skeleton, Table } from "@mantine/core";
import { countOf, formatCount } from "../../../components/format/format-count";
import { FailedList } from "../../../components/list/failed-list";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { Notice } from "../../../components/notice";
import { NumberStrip } from "../../../components/number-strip";
import { Panel } from "../../../components/panel";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import type { usePromptPreview } from "../api/use-prompt-preview";
import { describeShortage } from "../describe-shortage";
import { type OrderDraft, spreadEvenly } from "../order-draft";
import { DiversityText } from "./diversity-text";
import { QuotaTable } from "./quota-table";
import classes from "./order-preview.module.css";

/** What the run would write, as it stands in the form; nothing of it is stored. */
export function OrderPreview({
  query,
  onLower,
}: {
  query: ReturnType<typeof usePromptPreview>;
  onLower: (quotas: OrderDraft["quotas"]) => void;
}) {
  const { data: preview } = query;
  if (query.isError) {
    return (
      <Panel title="Preview">
        <FailedList error={query.error} what="the preview" onRetry={() => void query.refetch()} />
      </Panel>
    );
  }
  return (
    <div
      className={classes.preview}
      aria-busy={query.isFetching}
      data-stale={query.isPlaceholderData || undefined}
    >
      <Panel
        title="Preview"
        aside={query.isFetching ? "Drawing…" : "Nothing is stored yet"}
        isFlush
      >
        <Outcome preview={preview} />
        {preview !== undefined && <Shortages preview={preview} onLower={onLower} />}
        <QuotaTable preview={preview} />
      </Panel>
      <Panel title="Diversity">
        {preview === undefined ? (
          <Skeleton height={88} />
        ) : (
          <DiversityText diversity={preview.diversity} />
        )}
      </Panel>
      <Panel title="The first prompts" isFlush>
        <FirstPrompts preview={preview} />
      </Panel>
    </div>
  );
}

/** A run stores all that was ordered or nothing, so what is missing is settled before. */
function Shortages({
  preview,
  onLower,
}: {
  preview: PromptPreview;
  onLower: (quotas: OrderDraft["quotas"]) => void;
}) {
  if (preview.shortages.length === 0) return null;
  const lower = () => {
    const drawn = preview.quotas.map((quota): [string, number] => [quota.category, quota.drawn]);
    onLower({ ...spreadEvenly(0), ...Object.fromEntries(drawn) });
  };
  return (
    <div className={classes.notice}>
      <Notice tone="warning" title="The templates cannot write that many">
        {preview.shortages.map((shortage) => (
          <div key={`${shortage.category} ${shortage.complexity}`}>
            {describeShortage(shortage)}
          </div>
        ))}
        <Button size="xs" variant="default" mt={8} onClick={lower}>
          Lower the numbers to what there is
        </Button>
      </Notice>
    </div>
  );
}

function Outcome({ preview }: { preview: PromptPreview | undefined }) {
  const numbers: [label: string, count: number | undefined, hint: string][] = [
    ["New", preview?.newCount, "would be stored"],
    ["Here already", preview?.keptCount, "the same text, left as it is"],
    ["Refused", preview?.refusedCount, "nearly the same as one that is here"],
  ];
  return (
    <>
      <NumberStrip
        numbers={numbers.map(([label, count, hint]) => ({
          label,
          value: count === undefined ? "–" : formatCount(count),
          hint,
        }))}
      />
      {preview !== undefined && preview.comparedCount < preview.corpusCount && (
        <p className={classes.compared}>
          {`Compared with the newest ${formatCount(preview.comparedCount)} of ${countOf(preview.corpusCount, "prompt")}; the run itself compares with all.`}
        </p>
      )}
    </>
  );
}

function FirstPrompts({ preview }: { preview: PromptPreview | undefined }) {
  return (
    <Table className={classes.prompts ?? ""}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Text</Table.Th>
          <Table.Th w={160}>Category</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {preview === undefined ? (
          <TableSkeleton widths={["90%", "70%"]} rowCount={8} />
        ) : (
          preview.prompts.map(({ text, category, complexity }) => (
            <Table.Tr key={text}>
              <Table.Td className={classes.text}>
                <VisibleText>{text}</VisibleText>
              </Table.Td>
              <Table.Td>
                {formatName(category)}
                <span className={classes.second}>{formatName(complexity)}</span>
              </Table.Td>
            </Table.Tr>
          ))
        )}
      </Table.Tbody>
    </Table>
  );
}
