"use client";

import type { OwnTemplate } from "@foundry/core/prompts/own-templates/own-template.schema";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { notifyRefusal } from "../../../components/notify-refusal";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { useDeleteTemplate } from "../api/use-delete-template";
import { useOwnTemplate } from "../api/use-own-template";
import { toForm } from "../template-form";
import { TemplateEditor } from "./template-editor";

const PARENTS = [
  { label: "Prompts", href: "/prompts" },
  { label: "Templates", href: "/prompts/templates" },
];

/** A stored template in the editor. */
export function TemplateScreen({ id }: { id: string }) {
  const { data, error, refetch } = useOwnTemplate(id);
  if (data !== undefined) {
    return (
      <TemplateEditor
        id={id}
        start={toForm(data.draft)}
        remove={<DeleteButton template={data} />}
      />
    );
  }
  return (
    <Page width="wide">
      <PageHeader title="Template" parents={PARENTS} />
      {error === null ? (
        <PanelSkeleton height={420} lineCount={7} />
      ) : (
        <Panel>
          <FailedList error={error} what="this template" onRetry={() => void refetch()} />
        </Panel>
      )}
    </Page>
  );
}

function DeleteButton({ template }: { template: OwnTemplate }) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useDeleteTemplate(template.id);
  const { title } = template.draft;
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        Delete
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Delete “${title}”?`}
        verb="Delete template"
        isBusy={remove.isPending}
        onClose={() => setIsAsking(false)}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => router.push("/prompts/templates"),
            onError: (error) => {
              setIsAsking(false);
              notifyRefusal("The template was not deleted", error);
            },
          })
        }
      >
        Runs no longer draw from it. The prompts that it wrote stay.
      </ConfirmDialog>
    </>
  );
}
