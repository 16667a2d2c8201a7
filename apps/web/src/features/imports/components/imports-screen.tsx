"use client";

import type { Import } from "@foundry/core/imports/import.schema";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useUploads } from "../api/use-uploads";
import { AcceptedFormats } from "./accepted-formats";
import { DropZone } from "./drop-zone";
import { ImportsTable } from "./imports-table";
import { PickFilesButton } from "./pick-files-button";
import { UploadList } from "./upload-list";

export function ImportsScreen() {
  const router = useRouter();
  const onArrived = useCallback(
    (arrived: Import[], sentCount: number) => {
      const [only] = arrived;
      if (sentCount === 1 && only !== undefined) {
        router.push(`/imports/${only.id}`);
        return;
      }
      const share = arrived.length === sentCount ? "" : ` of ${sentCount}`;
      notifications.show({
        message: `${arrived.length}${share} files arrived and will be read one after the other.`,
      });
    },
    [router],
  );
  const { uploads, add, remove } = useUploads(onArrived);
  return (
    <Page>
      <PageHeader title="Import" action={<PickFilesButton onFiles={add} />}>
        Bring in prompts and IRs. Drop files anywhere on this page; good rows are kept, and each bad
        row is reported with its line.
      </PageHeader>
      <UploadList uploads={uploads} onRemove={remove} />
      <Panel title="Imports" isFlush>
        <ImportsTable />
      </Panel>
      <Panel title="Accepted formats" isFlush>
        <AcceptedFormats />
      </Panel>
      <DropZone onFiles={add} />
    </Page>
  );
}
