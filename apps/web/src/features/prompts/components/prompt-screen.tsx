"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import type { PromptDetail } from "@foundry/core/prompt-list/prompt.schema";
import { Button } from "@mantine/core";
import { IconArchive, IconArrowBackUp } from "@tabler/icons-react";
import { ApiError } from "../../../components/api/api-error";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Notice } from "../../../components/notice";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { VisibleText } from "../../../components/text/visible-text";
import { RelativeTime } from "../../../components/time/relative-time";
import { useArchivePrompts } from "../api/use-archive-prompts";
import { usePrompt } from "../api/use-prompt";
import { useRestorePrompts } from "../api/use-restore-prompts";
import { canBeArchived } from "../can-be-archived";
import { PromptFacts } from "./prompt-facts";
import { PromptNeighbours } from "./prompt-neighbours";
import classes from "./prompt-screen.module.css";

const PARENTS = [{ label: "Prompts", href: "/prompts" }];

/** One prompt with its samples, its family and what is most like it. */
export function PromptScreen({ promptId, role }: { promptId: number; role: Role }) {
  const query = usePrompt(promptId);
  const prompt = query.data;
  return (
    <Page width="wide">
      <PageHeader
        title={`Prompt ${promptId}`}
        parents={PARENTS}
        action={
          prompt !== undefined &&
          isAllowed(role, "prompts.manage") && (
            <>
              <ArchiveButton prompt={prompt} />
              {prompt.archivedAt === null && prompt.sampleCount === 0 && (
                <LinkButton href={`/generate/new?prompts=${prompt.id}`}>Write its IR</LinkButton>
              )}
            </>
          )
        }
      >
        {prompt === undefined ? (
          "\u00a0"
        ) : (
          <>
            Added <RelativeTime at={prompt.createdAt} />
          </>
        )}
      </PageHeader>
      {query.isError && prompt === undefined && (
        <Panel>
          {query.error instanceof ApiError && query.error.status === 404 ? (
            <EmptyList
              title={`There is no prompt ${promptId}`}
              action={<LinkButton href="/prompts">Show all prompts</LinkButton>}
            >
              The address may be mistyped.
            </EmptyList>
          ) : (
            <FailedList
              error={query.error}
              what="this prompt"
              onRetry={() => void query.refetch()}
            />
          )}
        </Panel>
      )}
      {prompt === undefined && query.isPending && <PanelSkeleton height={220} lineCount={4} />}
      {prompt !== undefined && <Content prompt={prompt} />}
    </Page>
  );
}

function Content({ prompt }: { prompt: PromptDetail }) {
  return (
    <>
      {prompt.archivedAt !== null && (
        <Notice tone="skipped" title="Archived">
          This prompt is out of the lists and gets no IR. “Restore” brings it back.
        </Notice>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title="Text">
            <p className={classes.text}>
              <VisibleText>{prompt.text}</VisibleText>
            </p>
          </Panel>
          <PromptNeighbours prompt={prompt} />
        </div>
        <div className={classes.column}>
          <PromptFacts prompt={prompt} />
        </div>
      </div>
    </>
  );
}

function ArchiveButton({ prompt }: { prompt: PromptDetail }) {
  const archive = useArchivePrompts();
  const restore = useRestorePrompts();
  if (prompt.archivedAt !== null) {
    return (
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} />}
        loading={restore.isPending}
        onClick={() => restore.mutate([prompt.id])}
      >
        Restore
      </Button>
    );
  }
  const isFree = canBeArchived(prompt);
  return (
    <Button
      variant="default"
      leftSection={<IconArchive size={16} />}
      disabled={!isFree}
      title={isFree ? undefined : "Prompts with an IR or a benchmark case stay"}
      loading={archive.isPending}
      onClick={() => archive.mutate([prompt.id])}
    >
      Archive
    </Button>
  );
}
