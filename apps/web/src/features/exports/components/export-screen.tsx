"use client";

import { IconDownload } from "@tabler/icons-react";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useExportPreview } from "../api/use-export-preview";
import { EXPORT_FORMAT_TEXTS } from "../export-formats";
import { ExportCounts } from "./export-counts";
import { FormatCard } from "./format-card";
import classes from "./export-screen.module.css";
import { LinkButton } from "../../../components/link-button";

function ExportBody() {
  const { data: preview, error, refetch } = useExportPreview();
  if (error !== null && preview === undefined) {
    return <FailedList error={error} what="the counts" onRetry={() => void refetch()} />;
  }
  if (preview === undefined) {
    return (
      <>
        <PanelSkeleton height={84} lineCount={2} />
        <PanelSkeleton height={320} lineCount={5} />
      </>
    );
  }
  const sampleCount = preview.accepted + preview.corrected;
  return (
    <>
      <Panel isFlush>
        <ExportCounts preview={preview} />
      </Panel>
      {sampleCount === 0 ? (
        <Panel>
          <EmptyList
            icon={<IconDownload size={20} stroke={1.6} />}
            title="No sample was accepted yet"
            action={<LinkButton href="/review">Start reviewing</LinkButton>}
          >
            An export holds the samples that a reviewer accepted or corrected.
          </EmptyList>
        </Panel>
      ) : (
        <div className={classes.formats}>
          {EXPORT_FORMAT_TEXTS.map((format, index) => (
            <FormatCard
              key={format.format}
              format={format}
              sampleCount={sampleCount}
              isFirst={index === 0}
            />
          ))}
        </div>
      )}
    </>
  );
}

export function ExportScreen() {
  return (
    <Page>
      <PageHeader title="Export">
        Download what was accepted or corrected. Prompts of the benchmark are never in it, so that
        no model trains on its own test.
      </PageHeader>
      <ExportBody />
    </Page>
  );
}
