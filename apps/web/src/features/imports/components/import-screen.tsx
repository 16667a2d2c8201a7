"use client";

import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { formatBytes } from "../../../components/format/format-bytes";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import { useImport } from "../api/use-import";
import { isUnderWay } from "../is-under-way";
import { ImportActions } from "./import-actions";
import { ImportCounters } from "./import-counters";
import { ImportIssuesTable } from "./import-issues-table";
import { ImportOutcome } from "./import-outcome";
import { ImportProgress } from "./import-progress";
import { ImportStateBadge } from "./import-state-badge";

const PARENTS = [{ label: "Import", href: "/imports" }];

export function ImportScreen({ importId }: { importId: string }) {
  const { data: item, error, refetch } = useImport(importId);
  if (item === undefined) {
    return (
      <Page>
        <PageHeader title="Import" parents={PARENTS} />
        {error === null ? (
          <PanelSkeleton height={142} lineCount={3} />
        ) : (
          <FailedList error={error} what="this import" onRetry={() => void refetch()} />
        )}
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title={item.fileName}
        parents={PARENTS}
        badge={<ImportStateBadge item={item} />}
        action={<ImportActions item={item} />}
      >
        {formatBytes(item.byteCount)}
        {item.format !== null && ` · ${item.format.toUpperCase()}`} · brought in by{" "}
        {item.createdBy ?? "the studio"} <RelativeTime at={item.createdAt} />
      </PageHeader>
      <Panel isFlush>
        {isUnderWay(item) ? <ImportProgress item={item} /> : <ImportOutcome item={item} />}
        <ImportCounters item={item} />
      </Panel>
      <Panel
        title="Report"
        isFlush
        aside={
          <Button
            component="a"
            href={`/api/imports/${item.id}/report`}
            download
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} />}
          >
            Download report
          </Button>
        }
      >
        <ImportIssuesTable importId={item.id} isUnderWay={isUnderWay(item)} />
      </Panel>
    </Page>
  );
}
