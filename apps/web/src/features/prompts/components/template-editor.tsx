"use client";

import type { OwnTemplateDraft } from "@foundry/core/prompts/own-templates/own-template.schema";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import { ApiError } from "../../../components/api/api-error";
import { describeError } from "../../../components/api/describe-error";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { Notice } from "../../../components/notice";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { useSaveTemplate } from "../api/use-save-template";
import { useTemplatePreview } from "../api/use-template-preview";
import { useLeaveGuard } from "../use-leave-guard";
import { type TemplateForm, toDraft } from "../template-form";
import { TemplateFields } from "./template-fields";
import { TemplatePreviewPanel } from "./template-preview-panel";
import classes from "./new-run-screen.module.css";

const PARENTS = [
  { label: "Prompts", href: "/prompts" },
  { label: "Templates", href: "/prompts/templates" },
];
const PREVIEW_AFTER_MS = 300;

/** The form of a template beside what it would write, with every problem at its place. */
export function TemplateEditor({
  id,
  start,
  remove,
}: {
  /** Null: a new one. */
  id: string | null;
  start: TemplateForm;
  /** The button that deletes it. */
  remove?: ReactNode;
}) {
  const router = useRouter();
  const [form, setForm] = useState(start);
  const [wasTried, setWasTried] = useState(false);
  const draft = useMemo(() => toDraft(form), [form]);
  const [settled] = useDebouncedValue<OwnTemplateDraft>(draft, PREVIEW_AFTER_MS);
  const preview = useTemplatePreview(settled);
  const save = useSaveTemplate(id);
  const isChanged = useMemo(
    () => JSON.stringify(draft) !== JSON.stringify(toDraft(start)),
    [draft, start],
  );
  const guard = useLeaveGuard(isChanged && !save.isSuccess);
  const refused = save.error instanceof ApiError ? save.error.problems : [];
  const submit = () => {
    setWasTried(true);
    save.mutate(draft, {
      onSuccess: ({ draft: { title } }) => {
        notifications.show({ message: `“${title}” is stored; runs draw from it from now on.` });
        router.push("/prompts/templates");
      },
    });
  };
  return (
    <Page width="wide">
      <PageHeader
        title={id === null ? "New template" : start.title}
        parents={PARENTS}
        action={
          <>
            {remove}
            <Button loading={save.isPending} onClick={submit}>
              {id === null ? "Create template" : "Save template"}
            </Button>
          </>
        }
      >
        Write a sentence with slots in braces; each slot has values, and rules say which values go
        together.
      </PageHeader>
      {save.isError && (
        <Notice tone="rejected" title="Not stored">
          {describeError(save.error).detail}
        </Notice>
      )}
      <div className={classes.even}>
        <TemplateFields
          form={form}
          problems={refused.length > 0 ? refused : (preview.data?.problems ?? [])}
          showsBlank={wasTried}
          onChange={(changes) => {
            save.reset();
            setForm((before) => ({ ...before, ...changes }));
          }}
        />
        <TemplatePreviewPanel query={preview} />
      </div>
      <ConfirmDialog
        isOpen={guard.isAsking}
        title="Leave without saving?"
        verb="Leave"
        isBusy={false}
        onClose={guard.stay}
        onConfirm={guard.leave}
      >
        What you changed in this template is not stored and will be lost.
      </ConfirmDialog>
    </Page>
  );
}
